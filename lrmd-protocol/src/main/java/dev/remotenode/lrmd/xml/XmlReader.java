package dev.remotenode.lrmd.xml;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * Reads one XML document from UTF-8 bytes into {@link Element}s.
 *
 * <p>Written for messages from a network peer: no DTD, no entities but the five of XML, bounded
 * depth and number of nodes, nothing resolved or loaded. The JDK's parser could be locked down to
 * about this, at ten times the start-up cost, and could not read what {@link
 * Tolerance#DAMAGED_VALUES} must.
 */
public final class XmlReader {

    /** As libxml2 has it for ordinary documents. */
    private static final int MAX_DEPTH = 256;

    /** Elements and attributes of a document: a message has a few dozen, an attack has millions. */
    private static final int MAX_NODES = 50_000;

    /** No element has this name. */
    private static final String NO_CARRIER = "";

    private final Scanner scanner;
    private final Tolerance tolerance;
    private final String carrier;
    private int nodes;

    private XmlReader(ByteBuf document, Tolerance tolerance, String carrier) {
        this.scanner = new Scanner(document);
        this.tolerance = tolerance;
        this.carrier = carrier;
    }

    /**
     * Reads a whole document.
     *
     * @throws XmlException if it is not exactly one element, with the given tolerance
     */
    public static Element read(byte[] document, Tolerance tolerance) throws XmlException {
        return read(Unpooled.wrappedBuffer(document), tolerance, NO_CARRIER);
    }

    /**
     * Reads a document in which one element carries content that is not to be taken apart: all
     * bytes up to the last end tag of that name. Only for documents of a trusted sender.
     *
     * <p>That content is not copied: it is there as long as the document, whose indices stay.
     *
     * @param carrier name of that element
     * @throws XmlException as {@link #read(byte[], Tolerance)} does; never for the content
     */
    public static Element read(ByteBuf document, Tolerance tolerance, String carrier)
            throws XmlException {
        return new XmlReader(document, tolerance, carrier).document();
    }

    private Element document() throws XmlException {
        skipMisc();
        scanner.expect('<', "expected an element");
        Element root = element(1);
        skipMisc();
        if (!scanner.atEnd()) {
            throw scanner.error("content after the root element");
        }
        return root;
    }

    /** Reads what follows the {@code <} of a start tag, up to the end of the element. */
    private Element element(int depth) throws XmlException {
        if (depth > MAX_DEPTH) {
            throw scanner.beyondBounds("elements are nested deeper than " + MAX_DEPTH);
        }
        countNode();
        ElementBuilder element = Element.named(scanner.name());
        while (true) {
            boolean blank = scanner.skipBlanks();
            if (scanner.accept('>')) {
                content(element, depth);
                return element.build();
            }
            if (scanner.accept("/>")) {
                return element.build();
            }
            if (!blank) {
                throw scanner.error("expected a blank before an attribute");
            }
            attribute(element);
        }
    }

    private void attribute(ElementBuilder element) throws XmlException {
        countNode();
        String name = scanner.name();
        scanner.skipBlanks();
        scanner.expect('=', "expected '=' after attribute " + name);
        scanner.skipBlanks();
        if (element.has(name)) {
            throw scanner.error("attribute " + name + " is there twice");
        }
        element.with(name, new AttributeValue(scanner, tolerance).read());
    }

    private void content(ElementBuilder element, int depth) throws XmlException {
        if (element.name().equals(carrier)) {
            element.carrying(scanner.carryUntilLast("</" + carrier + ">"));
            return;
        }
        while (true) {
            scanner.skipCharacterData();
            if (scanner.accept("</")) {
                endTag(element.name());
                return;
            }
            if (scanner.skipCommentOrInstruction() || scanner.skipCdata()) {
                continue;
            }
            scanner.expect('<', "element " + element.name() + " does not end");
            element.with(element(depth + 1));
        }
    }

    private void endTag(String name) throws XmlException {
        if (!scanner.name().equals(name)) {
            throw scanner.error("expected the end of element " + name);
        }
        scanner.skipBlanks();
        scanner.expect('>', "expected '>'");
    }

    private void skipMisc() throws XmlException {
        do {
            scanner.skipBlanks();
        } while (scanner.skipCommentOrInstruction());
    }

    private void countNode() throws XmlException {
        if (++nodes > MAX_NODES) {
            throw scanner.beyondBounds("more than " + MAX_NODES + " elements and attributes");
        }
    }
}

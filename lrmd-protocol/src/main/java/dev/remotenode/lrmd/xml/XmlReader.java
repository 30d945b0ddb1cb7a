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

    /** No element has this name. */
    static final String NO_CARRIER = "";

    private final Scanner scanner;
    private final Tolerance tolerance;
    private final Bounds bounds;
    private final String carrier;
    private int nodes;

    private XmlReader(ByteBuf document, Tolerance tolerance, Bounds bounds, String carrier) {
        this.scanner = new Scanner(document, bounds.textBytes());
        this.tolerance = tolerance;
        this.bounds = bounds;
        this.carrier = carrier;
    }

    /**
     * Reads a whole document.
     *
     * @throws XmlException if it is not exactly one element, with the given tolerance
     */
    public static Element read(byte[] document, Tolerance tolerance) throws XmlException {
        return read(Unpooled.wrappedBuffer(document), tolerance, Bounds.ORDINARY, NO_CARRIER);
    }

    /**
     * Reads a document in which one element carries content that is not to be taken apart: all
     * bytes up to the last end tag of that name. Only for documents of a trusted sender.
     *
     * <p>That content is not copied: it is there as long as the document, whose indices stay.
     *
     * @param bounds how much is read; the content does not count
     * @param carrier name of that element
     * @throws XmlException as {@link #read(byte[], Tolerance)} does; never for the content
     */
    public static Element read(ByteBuf document, Tolerance tolerance, Bounds bounds, String carrier)
            throws XmlException {
        return new XmlReader(document, tolerance, bounds, carrier).document();
    }

    /**
     * Reads the first tag alone: who has sent a document that is too large may be told so.
     *
     * @return the root without content
     * @throws XmlException if that is already damaged or too large
     */
    public static Element readRoot(ByteBuf document, Tolerance tolerance, Bounds bounds)
            throws XmlException {
        return new XmlReader(document, tolerance, bounds, NO_CARRIER).root();
    }

    private Element root() throws XmlException {
        goToRoot();
        ElementBuilder root = Element.named(scanner.name());
        tag(root);
        return root.build();
    }

    private void goToRoot() throws XmlException {
        skipMisc();
        scanner.expect('<', "expected an element");
    }

    private Element document() throws XmlException {
        goToRoot();
        Element root = element(1);
        skipMisc();
        if (!scanner.atEnd()) {
            throw scanner.error("content after the root element");
        }
        return root;
    }

    /** Reads what follows the {@code <} of a start tag, up to the end of the element. */
    private Element element(int depth) throws XmlException {
        if (depth > bounds.depth()) {
            throw scanner.beyondBounds("elements are nested deeper than " + bounds.depth());
        }
        countNode();
        ElementBuilder element = Element.named(scanner.name());
        if (tag(element)) {
            content(element, depth);
        }
        return element.build();
    }

    /** Reads the attributes and the end of a tag; whether there is content behind it. */
    private boolean tag(ElementBuilder element) throws XmlException {
        while (true) {
            boolean blank = scanner.skipBlanks();
            if (scanner.accept('>')) {
                return true;
            }
            if (scanner.accept("/>")) {
                return false;
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
        if (++nodes > bounds.nodes()) {
            throw scanner.beyondBounds("more than " + bounds.nodes() + " elements and attributes");
        }
    }
}

package dev.remotenode.lrmd.xml;

import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Checks that bytes are one element, without building it: what is carried may be large.
 *
 * <p>At least as strict as libxml2, which reads it at the other end: two readers that disagree
 * about where an element ends are what a forger looks for.
 */
final class WellFormedness {

    /** Depth at which libxml2 gives up, less the two elements of the envelope. */
    private static final int MAX_DEPTH = 254;

    private static final String CDATA_END = "]]>";

    private final Scanner scanner;
    private final Deque<String> open = new ArrayDeque<>();

    private WellFormedness(byte[] document) {
        this.scanner = new Scanner(Unpooled.wrappedBuffer(document), Bounds.ORDINARY.textBytes());
    }

    static void check(byte[] document) throws XmlException {
        requireCharacters(document);
        new WellFormedness(document).check();
    }

    /**
     * UTF-8, and nothing in it that XML forbids, wherever it stands: in comments and CDATA, too.
     */
    private static void requireCharacters(byte[] document) throws XmlException {
        CharBuffer text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document));
        } catch (CharacterCodingException e) {
            throw XmlException.damaged("the document is not UTF-8", 0);
        }
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            if (!Character.isSurrogate(each) && !CharacterReference.isAllowed(each)) {
                throw XmlException.damaged("character 0x%04x".formatted((int) each), 0);
            }
        }
    }

    private void check() throws XmlException {
        scanner.skipBlanks();
        scanner.expect('<', "expected an element");
        startTag();
        while (!open.isEmpty()) {
            text();
            if (scanner.accept("</")) {
                endTag();
            } else if (!scanner.skipComment() && !scanner.skipCdata()) {
                scanner.expect('<', "element " + open.peek() + " does not end");
                startTag();
            }
        }
        scanner.skipBlanks();
        if (!scanner.atEnd()) {
            throw scanner.error("content after the element");
        }
    }

    private void startTag() throws XmlException {
        String name = name();
        if (open.size() == MAX_DEPTH) {
            throw scanner.error("elements are nested deeper than " + MAX_DEPTH);
        }
        Set<String> attributes = new HashSet<>();
        while (true) {
            boolean blank = scanner.skipBlanks();
            if (scanner.accept('>')) {
                open.push(name);
                return;
            }
            if (scanner.accept("/>")) {
                return;
            }
            if (!blank || !attributes.add(attribute())) {
                throw scanner.error("malformed attribute of element " + name);
            }
        }
    }

    private String attribute() throws XmlException {
        String name = name();
        scanner.skipBlanks();
        scanner.expect('=', "expected '=' after attribute " + name);
        scanner.skipBlanks();
        new AttributeValue(scanner, Tolerance.STRICT).read();
        return name;
    }

    private String name() throws XmlException {
        String name = scanner.name();
        if (!Names.isName(name)) {
            throw scanner.error("a name with characters that names do not have");
        }
        return name;
    }

    private void endTag() throws XmlException {
        String name = open.pop();
        if (!scanner.name().equals(name)) {
            throw scanner.error("expected the end of element " + name);
        }
        scanner.skipBlanks();
        scanner.expect('>', "expected '>'");
    }

    private void text() throws XmlException {
        while (!scanner.atEnd() && scanner.peek() != '<') {
            if (scanner.peek() == '&') {
                if (scanner.reference(false).isEmpty()) {
                    throw scanner.noReference();
                }
            } else if (scanner.lookingAt(CDATA_END)) {
                throw scanner.error("the end of CDATA without its beginning");
            } else {
                scanner.step(1);
            }
        }
    }
}

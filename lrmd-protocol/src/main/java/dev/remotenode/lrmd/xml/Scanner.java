package dev.remotenode.lrmd.xml;

import java.nio.charset.StandardCharsets;

/** A position in the bytes of a document, and the small steps over its lexical pieces. */
final class Scanner {

    private final byte[] bytes;
    private int position;

    Scanner(byte[] bytes) {
        this.bytes = bytes;
    }

    int position() {
        return position;
    }

    boolean atEnd() {
        return position == bytes.length;
    }

    XmlException error(String message) {
        return new XmlException(message, position);
    }

    /** The byte here as 0 to 255, without a step; -1 at the end. */
    int peek() {
        return peek(0);
    }

    /** The byte {@code ahead} of here as 0 to 255; -1 beyond the end. */
    int peek(int ahead) {
        int at = position + ahead;
        return at < bytes.length ? bytes[at] & 0xFF : -1;
    }

    void step(int count) {
        position += count;
    }

    boolean accept(char expected) {
        if (peek() != expected) {
            return false;
        }
        position++;
        return true;
    }

    boolean accept(String expected) {
        if (!lookingAt(expected)) {
            return false;
        }
        position += expected.length();
        return true;
    }

    void expect(char expected, String message) throws XmlException {
        if (!accept(expected)) {
            throw error(message);
        }
    }

    boolean lookingAt(String expected) {
        for (int i = 0; i < expected.length(); i++) {
            if (peek(i) != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Steps over blanks; whether there were any. */
    boolean skipBlanks() {
        int start = position;
        while (isBlank(peek())) {
            position++;
        }
        return position > start;
    }

    String name() throws XmlException {
        int start = position;
        if (!isNameStart(peek())) {
            throw error("expected a name");
        }
        while (isName(peek())) {
            position++;
        }
        return text(start, position);
    }

    /** The bytes between two positions as text; what is not UTF-8 becomes U+FFFD. */
    String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** The same for two offsets from here. */
    String textAhead(int from, int to) {
        return text(position + from, position + to);
    }

    void skipCharacterData() {
        while (!atEnd() && peek() != '<') {
            position++;
        }
    }

    boolean skipCommentOrInstruction() throws XmlException {
        return skipSection("<!--", "-->") || skipSection("<?", "?>");
    }

    boolean skipCdata() throws XmlException {
        return skipSection("<![CDATA[", "]]>");
    }

    private boolean skipSection(String opening, String closing) throws XmlException {
        if (!accept(opening)) {
            return false;
        }
        while (!accept(closing)) {
            if (atEnd()) {
                throw error("'" + opening + "' is not closed");
            }
            position++;
        }
        return true;
    }

    static boolean isBlank(int character) {
        return character == ' ' || character == '\n' || character == '\t' || character == '\r';
    }

    static boolean isNameStart(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || character == '_'
                || character == ':'
                || character >= 0x80;
    }

    static boolean isName(int character) {
        return isNameStart(character)
                || (character >= '0' && character <= '9')
                || character == '-'
                || character == '.';
    }
}

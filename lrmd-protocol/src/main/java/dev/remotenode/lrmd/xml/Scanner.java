package dev.remotenode.lrmd.xml;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** A position in the bytes of a document, and the small steps over its lexical pieces. */
final class Scanner {

    private final ByteBuf document;
    private final Bytes bytes;
    private final int size;
    private final int mostText;
    private int position;
    private int text;

    Scanner(ByteBuf document, int mostText) {
        this.document = document;
        this.mostText = mostText;
        this.bytes = new Bytes(document);
        this.size = document.readableBytes();
    }

    int position() {
        return position;
    }

    boolean atEnd() {
        return position == size;
    }

    XmlException error(String message) {
        return XmlException.damaged(message, position);
    }

    XmlException beyondBounds(String message) {
        return XmlException.beyondBounds(message, position);
    }

    /** The byte here as 0 to 255, without a step; -1 at the end. */
    int peek() {
        return peek(0);
    }

    /** The byte {@code ahead} of here as 0 to 255; -1 beyond the end. */
    int peek(int ahead) {
        int at = position + ahead;
        return at < size ? bytes.at(at) & 0xFF : -1;
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

    /**
     * The bytes between two positions as text; what is not UTF-8 becomes U+FFFD.
     *
     * @throws XmlException if that makes too much text in all
     */
    String text(int from, int to) throws XmlException {
        countText(to - from);
        return document.toString(document.readerIndex() + from, to - from, StandardCharsets.UTF_8);
    }

    /** The same for two offsets from here. */
    String textAhead(int from, int to) throws XmlException {
        return text(position + from, position + to);
    }

    /** So much text has been taken from the document. */
    void countText(int bytes) throws XmlException {
        text += bytes;
        if (text > mostText) {
            throw beyondBounds("names and values have more than " + mostText + " bytes");
        }
    }

    void skipCharacterData() {
        while (!atEnd() && peek() != '<') {
            position++;
        }
    }

    boolean skipCommentOrInstruction() throws XmlException {
        return skipComment() || skipSection("<?", "?>");
    }

    /** Two hyphens end a comment and nothing else: the next character must close it. */
    boolean skipComment() throws XmlException {
        if (!skipSection("<!--", "--")) {
            return false;
        }
        expect('>', "'--' within a comment");
        return true;
    }

    boolean skipCdata() throws XmlException {
        return skipSection("<![CDATA[", "]]>");
    }

    /**
     * Steps over the reference here and returns its code point; does nothing if it is none.
     *
     * @param anyCharacter also one that XML forbids
     */
    OptionalInt reference(boolean anyCharacter) throws XmlException {
        int end = 1;
        while (end < CharacterReference.MAX_LENGTH && CharacterReference.mayHave(peek(end))) {
            end++;
        }
        OptionalInt codePoint =
                peek(end) == ';'
                        ? CharacterReference.codePoint(textAhead(1, end), anyCharacter)
                        : OptionalInt.empty();
        if (codePoint.isPresent()) {
            position += end + 1;
        }
        return codePoint;
    }

    XmlException noReference() {
        return error("not an entity or character reference of XML");
    }

    /** The bytes from a position to where a text begins for the last time, and a step behind it. */
    CarriedElement carryUntilLast(String closing) throws XmlException {
        int at = size - closing.length();
        while (at >= position && !regionMatches(at, closing)) {
            at--;
        }
        if (at < position) {
            throw error("'" + closing + "' is missing");
        }
        CarriedElement carried =
                CarriedElement.of(document.slice(document.readerIndex() + position, at - position));
        position = at + closing.length();
        return carried;
    }

    private boolean regionMatches(int at, String expected) {
        for (int i = 0; i < expected.length(); i++) {
            if (bytes.at(at + i) != expected.charAt(i)) {
                return false;
            }
        }
        return true;
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

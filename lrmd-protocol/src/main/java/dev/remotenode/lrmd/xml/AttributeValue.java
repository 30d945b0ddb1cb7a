package dev.remotenode.lrmd.xml;

import java.util.OptionalInt;

/** Reads one quoted attribute value at the scanner's position. */
final class AttributeValue {

    private final Scanner scanner;
    private final boolean lenient;
    private final StringBuilder unescaped = new StringBuilder();
    private int rawFrom;

    AttributeValue(Scanner scanner, Tolerance tolerance) {
        this.scanner = scanner;
        this.lenient = tolerance == Tolerance.DAMAGED_VALUES;
    }

    String read() throws XmlException {
        int quote = scanner.peek();
        if (quote != '"' && quote != '\'') {
            throw scanner.error("expected a quoted value");
        }
        scanner.step(1);
        rawFrom = scanner.position();
        while (true) {
            int character = scanner.peek();
            if (character == quote && (!lenient || quoteEndsValue())) {
                String value = whole();
                scanner.step(1);
                return value;
            } else if (character == -1) {
                throw scanner.error("an attribute value is not closed");
            } else if (character == '&') {
                takeRaw();
                reference();
                rawFrom = scanner.position();
            } else if (character < ' ' || character == '<') {
                takeRaw();
                special(character);
                rawFrom = scanner.position();
            } else {
                scanner.step(1);
            }
        }
    }

    /** Most values have nothing to replace, and need no copies but the last. */
    private String whole() throws XmlException {
        if (unescaped.isEmpty()) {
            return scanner.text(rawFrom, scanner.position());
        }
        takeRaw();
        return unescaped.toString();
    }

    private void takeRaw() throws XmlException {
        if (scanner.position() > rawFrom) {
            unescaped.append(scanner.text(rawFrom, scanner.position()));
        }
    }

    /** A line end or tab is read as a blank, as XML has it; in a damaged value it is itself. */
    private void special(int character) throws XmlException {
        scanner.countText(1);
        if (lenient) {
            unescaped.append((char) character);
        } else if (Scanner.isBlank(character)) {
            unescaped.append(' ');
        } else {
            throw scanner.error("character 0x%02x must not stand in a value".formatted(character));
        }
        scanner.step(1);
    }

    /** In a damaged value an ampersand may be just that; there may be millions. */
    private void reference() throws XmlException {
        scanner.countText(1);
        OptionalInt codePoint = scanner.reference(lenient);
        if (codePoint.isPresent()) {
            unescaped.appendCodePoint(codePoint.getAsInt());
        } else if (lenient) {
            unescaped.append('&');
            scanner.step(1);
        } else {
            throw scanner.noReference();
        }
    }

    /** In a damaged value a quote is the end only if the tag goes on as a tag would. */
    private boolean quoteEndsValue() {
        int next = blanksFrom(1);
        if (scanner.peek(next) == '>'
                || (scanner.peek(next) == '/' && scanner.peek(next + 1) == '>')) {
            return true;
        }
        return next > 1 && Scanner.isNameStart(scanner.peek(next)) && attributeFrom(next);
    }

    private boolean attributeFrom(int ahead) {
        int equals = ahead;
        while (Scanner.isName(scanner.peek(equals))) {
            equals++;
        }
        equals = blanksFrom(equals);
        int quote = scanner.peek(blanksFrom(equals + 1));
        return scanner.peek(equals) == '=' && (quote == '"' || quote == '\'');
    }

    /** Where blanks end that begin there, if any do. */
    private int blanksFrom(int ahead) {
        int end = ahead;
        while (Scanner.isBlank(scanner.peek(end))) {
            end++;
        }
        return end;
    }
}

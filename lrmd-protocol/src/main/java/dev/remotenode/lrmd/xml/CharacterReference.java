package dev.remotenode.lrmd.xml;

import java.util.OptionalInt;

/** What stands between {@code &} and {@code ;}. */
final class CharacterReference {

    /** Longest reference that is looked for, the semicolon included: {@code #x0010FFFF;}. */
    static final int MAX_LENGTH = 11;

    private CharacterReference() {}

    /** Whether a reference may have this byte; what cannot is the end of one that is none. */
    static boolean mayHave(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'F')
                || (character >= '0' && character <= '9')
                || character == '#';
    }

    /**
     * The code point that a reference stands for, if it is one.
     *
     * @param anyCharacter also those that XML forbids, which Pacemaker 3.0.2 sends
     */
    static OptionalInt codePoint(String reference, boolean anyCharacter) {
        return switch (reference) {
            case "amp" -> OptionalInt.of('&');
            case "lt" -> OptionalInt.of('<');
            case "gt" -> OptionalInt.of('>');
            case "quot" -> OptionalInt.of('"');
            case "apos" -> OptionalInt.of('\'');
            default -> numeric(reference, anyCharacter);
        };
    }

    private static OptionalInt numeric(String reference, boolean anyCharacter) {
        if (reference.isEmpty() || reference.charAt(0) != '#') {
            return OptionalInt.empty();
        }
        boolean hexadecimal = reference.length() > 1 && reference.charAt(1) == 'x';
        OptionalInt number = hexadecimal ? number(reference, 2, 16) : number(reference, 1, 10);
        return number.isPresent() && isUsable(number.getAsInt(), anyCharacter)
                ? number
                : OptionalInt.empty();
    }

    private static boolean isUsable(int codePoint, boolean anyCharacter) {
        return isAllowed(codePoint)
                || (anyCharacter && codePoint > 0 && Character.isValidCodePoint(codePoint));
    }

    private static OptionalInt number(String text, int from, int radix) {
        int number = 0;
        for (int at = from; at < text.length(); at++) {
            int digit = digit(text.charAt(at), radix);
            if (digit < 0 || number > Character.MAX_CODE_POINT) {
                return OptionalInt.empty();
            }
            number = number * radix + digit;
        }
        return from < text.length() ? OptionalInt.of(number) : OptionalInt.empty();
    }

    /** XML has the digits of ASCII alone. */
    private static int digit(char character, int radix) {
        return character < 0x80 ? Character.digit(character, radix) : -1;
    }

    /** Whether XML 1.0 lets a document hold this character. */
    static boolean isAllowed(int codePoint) {
        return codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || (codePoint >= 0x20 && codePoint <= 0xD7FF)
                || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
                || (codePoint >= 0x10000 && codePoint <= Character.MAX_CODE_POINT);
    }
}

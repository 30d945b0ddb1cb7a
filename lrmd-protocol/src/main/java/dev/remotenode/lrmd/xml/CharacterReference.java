package dev.remotenode.lrmd.xml;

import java.util.OptionalInt;

/** What stands between {@code &} and {@code ;}. */
final class CharacterReference {

    /** Longest reference that is looked for, the semicolon included: {@code #x0010FFFF;}. */
    static final int MAX_LENGTH = 11;

    private CharacterReference() {}

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
        if (!reference.startsWith("#")) {
            return OptionalInt.empty();
        }
        boolean hexadecimal = reference.startsWith("#x");
        String digits = reference.substring(hexadecimal ? 2 : 1);
        if (digits.startsWith("+")) {
            return OptionalInt.empty();
        }
        try {
            int codePoint = Integer.parseUnsignedInt(digits, hexadecimal ? 16 : 10);
            boolean usable =
                    isAllowed(codePoint)
                            || (anyCharacter
                                    && codePoint > 0
                                    && Character.isValidCodePoint(codePoint));
            return usable ? OptionalInt.of(codePoint) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
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

package dev.remotenode.lrmd.xml;

/**
 * What elements and attributes may be called: as XML 1.0 has it since its fifth edition, and with
 * one colon at most, between two names, as libxml2 wants it.
 */
final class Names {

    private static final char COLON = ':';

    private Names() {}

    static boolean isName(String text) {
        int colon = text.indexOf(COLON);
        return colon < 0
                ? isPlain(text)
                : isPlain(text.substring(0, colon)) && isPlain(text.substring(colon + 1));
    }

    private static boolean isPlain(String text) {
        return !text.isEmpty()
                && isStart(text.codePointAt(0))
                && text.codePoints().allMatch(Names::isPart);
    }

    private static boolean isStart(int c) {
        return isLetter(c) || c == '_' || isStartBeyondAscii(c);
    }

    private static boolean isPart(int c) {
        return isStart(c)
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == 0xB7
                || (c >= 0x300 && c <= 0x36F)
                || c == 0x203F
                || c == 0x2040;
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isStartBeyondAscii(int c) {
        return (c >= 0xC0 && c <= 0x2FF && c != 0xD7 && c != 0xF7)
                || (c >= 0x370 && c <= 0x1FFF && c != 0x37E)
                || c == 0x200C
                || c == 0x200D
                || (c >= 0x2070 && c <= 0x218F)
                || (c >= 0x2C00 && c <= 0x2FEF)
                || (c >= 0x3001 && c <= 0xD7FF)
                || (c >= 0xF900 && c <= 0xFDCF)
                || (c >= 0xFDF0 && c <= 0xFFFD)
                || (c >= 0x10000 && c <= 0xEFFFF);
    }
}

package dev.remotenode.dist;

/** The language of manual pages. */
final class Roff {
    private Roff() {}

    /** A backslash, a hyphen that is to be copied, a quote or a dot at the start mean something. */
    static String escaped(String text) {
        String plain = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq");
        return plain.startsWith(".") ? "\\&" + plain : plain;
    }
}

package dev.remotenode.conformance;

/** Line ends in text from a daemon. */
final class LineEnds {
    private LineEnds() {}

    /** The text with real line ends: Pacemaker 2.1.5 writes them as a backslash and an n. */
    static String restored(String text) {
        return text.replace("\\n", "\n");
    }
}

package dev.remotenode.agent.logging;

/** The shape of a line on standard error: who says what, for someone who is looking on. */
final class ShortFormat {
    private ShortFormat() {}

    static String format(LogLine line) {
        return "(" + line.function() + ") \t" + line.severity().label() + ": " + line.text();
    }
}

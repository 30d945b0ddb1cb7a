package dev.remotenode.agent.logging;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;

/** The text of a stack trace. */
final class StackTrace {
    private StackTrace() {}

    static Stream<String> lines(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString().lines();
    }
}

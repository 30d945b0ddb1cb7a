package dev.remotenode.dist;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.spi.ToolProvider;

/** Runs the JDK's tools inside this process, so that they are those of the JDK it runs on. */
final class Tool {
    private Tool() {}

    /**
     * Runs a tool to its end.
     *
     * @throws IllegalStateException it failed; the message has what it printed
     */
    static void run(String name, String... arguments) {
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        int status = ToolProvider.findFirst(name).orElseThrow().run(writer, writer, arguments);
        if (status != 0) {
            throw new IllegalStateException(name + " failed:\n" + output);
        }
    }
}

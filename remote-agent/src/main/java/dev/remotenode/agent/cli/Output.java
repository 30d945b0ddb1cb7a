package dev.remotenode.agent.cli;

import dev.remotenode.agent.cli.document.Item;
import dev.remotenode.agent.cli.document.JsonText;
import dev.remotenode.agent.cli.document.XmlText;
import java.io.PrintStream;

/** Where a command writes. Used by one thread at a time. */
final class Output {
    private final OutputFormat format;
    private final PrintStream stream;
    private final Style style;

    Output(OutputFormat format, PrintStream stream, Style style) {
        this.format = format;
        this.stream = stream;
        this.style = style;
    }

    /** Tells people something, at once; programs do not get to see it. */
    void line(String text) {
        if (format == OutputFormat.TEXT) {
            stream.println(text);
            stream.flush();
        }
    }

    /** Tells people on another stream what has gone wrong; programs find it in the document. */
    void complain(PrintStream errors, String text) {
        if (format == OutputFormat.TEXT) {
            errors.println(text);
        }
    }

    /** How to make things stand out in a line: not at all unless it goes to a terminal. */
    Style style() {
        return style;
    }

    /** Writes the one document that programs get; people have been told already. */
    void document(Item result) {
        switch (format) {
            case TEXT -> {}
            case XML -> stream.println(XmlText.of(result));
            case JSON -> stream.println(JsonText.of(result));
        }
        stream.flush();
    }
}

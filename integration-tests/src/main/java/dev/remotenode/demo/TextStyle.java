package dev.remotenode.demo;

import java.io.Console;
import java.util.Optional;

/** How a story looks: coloured for a terminal, plain for a file or a pipe. */
public enum TextStyle {
    PLAIN {
        @Override
        String paint(int code, String text) {
            return text;
        }
    },
    COLOURED {
        @Override
        String paint(int code, String text) {
            return "\033[%dm%s\033[0m".formatted(code, text);
        }
    };

    private static final int BOLD = 1;
    private static final int DIM = 2;
    private static final int RED = 31;
    private static final int GREEN = 32;

    static TextStyle forStandardOutput() {
        boolean terminal =
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        // The convention of no-color.org: any value but an empty one.
        boolean wanted = Optional.ofNullable(System.getenv("NO_COLOR")).orElse("").isEmpty();
        return terminal && wanted ? COLOURED : PLAIN;
    }

    /** The text with an SGR code around it, if at all. */
    abstract String paint(int code, String text);

    String title(String text) {
        return paint(BOLD, text);
    }

    String scenery(String text) {
        return paint(DIM, text);
    }

    String success(String text) {
        return paint(GREEN, text);
    }

    String failure(String text) {
        return paint(RED, text);
    }
}

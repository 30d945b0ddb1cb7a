package dev.remotenode.agent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Colours of a terminal (ECMA-48), or none of them. */
enum Style {
    PLAIN {
        @Override
        String apply(String code, String text) {
            return text;
        }
    },
    COLOURED {
        @Override
        String apply(String code, String text) {
            return "\u001b[" + code + "m" + text + "\u001b[m";
        }
    };

    private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");

    /**
     * For standard output: no colours unless it is a terminal that has them and they are wanted.
     */
    static Style ofStandardOutput(Map<String, String> environment) {
        boolean unwanted = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        boolean dumb = environment.getOrDefault("TERM", "dumb").equals("dumb");
        return !unwanted && !dumb && isTerminal() ? COLOURED : PLAIN;
    }

    private static boolean isTerminal() {
        try {
            String target = Files.readSymbolicLink(STANDARD_OUTPUT).toString();
            return target.startsWith("/dev/pts/")
                    || target.startsWith("/dev/tty")
                    || target.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }

    abstract String apply(String code, String text);

    String good(String text) {
        return apply("32", text);
    }

    String bad(String text) {
        return apply("1;31", text);
    }

    String doubtful(String text) {
        return apply("33", text);
    }

    String strong(String text) {
        return apply("1", text);
    }
}

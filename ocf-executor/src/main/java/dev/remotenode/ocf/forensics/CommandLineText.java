package dev.remotenode.ocf.forensics;

import java.nio.charset.StandardCharsets;

/** A command line as a person would read it, on one line and fit for a message. */
final class CommandLineText {

    private CommandLineText() {}

    /**
     * Joins the arguments.
     *
     * @param arguments each ended by a zero, as the kernel has them
     */
    static String of(byte[] arguments) {
        return new String(arguments, StandardCharsets.UTF_8)
                .replace('\0', ' ')
                .replaceAll("\\p{Cntrl}", "?")
                .strip();
    }
}

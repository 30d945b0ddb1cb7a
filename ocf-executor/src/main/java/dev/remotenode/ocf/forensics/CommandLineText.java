package dev.remotenode.ocf.forensics;

import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** A command line as a person would read it, on one line and fit for a message. */
final class CommandLineText {

    private static final String CONCEALED = "***";

    private CommandLineText() {}

    /**
     * Joins the arguments.
     *
     * @param arguments each ended by a zero, as the kernel has them, or cut off anywhere
     * @param secrets to be left out, as an agent may have passed them on
     */
    static String of(byte[] arguments, Collection<String> secrets) {
        String text = new String(arguments, StandardCharsets.UTF_8);
        for (String secret : secrets) {
            text = conceal(secret, text);
        }
        return text.replace('\0', ' ').replaceAll("\\p{Cntrl}", "?").strip();
    }

    private static String conceal(String secret, String text) {
        if (secret.isEmpty()) {
            return text;
        }
        String safe = text.replace(secret, CONCEALED);
        // A text that is cut off may end with the beginning of the secret.
        int told = secret.length() - 1;
        while (!safe.endsWith(secret.substring(0, told))) {
            told--;
        }
        return told == 0 ? safe : safe.substring(0, safe.length() - told) + CONCEALED;
    }
}

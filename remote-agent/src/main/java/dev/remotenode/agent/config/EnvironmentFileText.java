package dev.remotenode.agent.config;

import java.util.regex.Pattern;

/** Writes values so that they can stand in an environment file, and in a shell script. */
final class EnvironmentFileText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:,@%+-]*");
    private static final Pattern SPECIAL = Pattern.compile("[\"\\\\`$]");

    private EnvironmentFileText() {}

    static String quoted(String value) {
        return PLAIN.matcher(value).matches()
                ? value
                : '"' + SPECIAL.matcher(value).replaceAll("\\\\$0") + '"';
    }
}

package dev.remotenode.agent.cli.report;

import dev.remotenode.agent.journal.Secrets;
import java.util.regex.Pattern;

/**
 * Text of other programs, without what looks like a secret: values behind names that say so. Better
 * a harmless value too much than a password.
 */
final class Masked {
    private static final String NAME = "[\\w.-]*(?:" + Secrets.WORDS + ")[\\w.-]*";
    private static final String VALUE = "(?:\"[^\"]*\"|'[^']*'|[^\\s\"',;]+)";
    private static final String KEPT = "$1***";

    /** {@code password=x}, {@code "password": "x"}, {@code Password: x}. */
    private static final Pattern ASSIGNMENT = pattern("(" + NAME + "[\"']?\\s*[=:]\\s*)" + VALUE);

    /** {@code --password x}. */
    private static final Pattern OPTION = pattern("(--?" + NAME + "\\s+)" + VALUE);

    /** {@code name="password" value="x"}, as in the cluster's configuration. */
    private static final Pattern ATTRIBUTE =
            pattern("(name=\"" + NAME + "\"[^>]*\\svalue=)" + VALUE);

    private Masked() {}

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
    }

    static String text(String text) {
        String safe = ATTRIBUTE.matcher(text).replaceAll(KEPT);
        safe = ASSIGNMENT.matcher(safe).replaceAll(KEPT);
        return OPTION.matcher(safe).replaceAll(KEPT);
    }
}

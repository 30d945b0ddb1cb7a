package dev.remotenode.agent.schema;

import java.util.regex.Pattern;

/**
 * A file of a schema.
 *
 * @param name the last part of a path, and no more
 * @param content text
 */
record SchemaFile(String name, String content) {

    /** No slash, no leading dot, and an end that nothing but schemas and their upgrades have. */
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}\\.(rng|xsl)");

    SchemaFile {
        if (!isName(name)) {
            throw new IllegalArgumentException(name);
        }
    }

    /** Whether a file may be called so, whoever says it. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }
}

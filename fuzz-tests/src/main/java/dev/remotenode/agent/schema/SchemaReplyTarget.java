package dev.remotenode.agent.schema;

import dev.remotenode.fuzz.Claim;
import java.nio.file.Path;
import java.util.List;

/**
 * The answer of a cluster that is asked for schemas: read or refused, and every file of it lies in
 * the folder that is meant for it.
 */
public final class SchemaReplyTarget {

    private static final Path FOLDER = Path.of("/var/lib/pacemaker/schemas");

    private SchemaReplyTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        List<SchemaFile> files;
        try {
            files = SchemaReply.files(input);
        } catch (SchemaException e) {
            return;
        }
        for (SchemaFile file : files) {
            Claim.that(
                    FOLDER.equals(FOLDER.resolve(file.name()).normalize().getParent()),
                    "a file lies in the folder");
            Claim.that(!file.name().startsWith("."), "no file is hidden");
        }
    }
}

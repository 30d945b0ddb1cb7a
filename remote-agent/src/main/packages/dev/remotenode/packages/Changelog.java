package dev.remotenode.packages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The project's changelog, and the form of it that Debian's tools read. */
final class Changelog {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private static final String ENTRY =
            """
            remote-node (%s) unstable; urgency=medium

              * What has changed is in /usr/share/doc/remote-node/CHANGELOG.md.gz.

             -- The Remote Node authors <maintainers@remotenode.dev>  %s
            """;

    private Changelog() {}

    static void write(Path project, Path documents, String version, Instant built)
            throws IOException {
        byte[] markdown = Files.readAllBytes(project.resolve("CHANGELOG.md"));
        Gzip.write(markdown, documents.resolve("CHANGELOG.md.gz"));
        String date = DATE.format(built.atOffset(ZoneOffset.UTC));
        byte[] entry = ENTRY.formatted(version, date).getBytes(StandardCharsets.UTF_8);
        Gzip.write(entry, documents.resolve("changelog.gz"));
    }
}

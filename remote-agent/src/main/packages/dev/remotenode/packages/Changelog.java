package dev.remotenode.packages;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

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
        compress(markdown, documents.resolve("CHANGELOG.md.gz"));
        String date = DATE.format(built.atOffset(ZoneOffset.UTC));
        byte[] entry = ENTRY.formatted(version, date).getBytes(StandardCharsets.UTF_8);
        compress(entry, documents.resolve("changelog.gz"));
    }

    private static void compress(byte[] text, Path file) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text);
        }
    }
}

package dev.remotenode.agent.cli.report;

import static dev.remotenode.agent.cli.report.Reports.failed;
import static dev.remotenode.agent.cli.report.Reports.fine;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportArchiveTest {
    @TempDir private Path folder;

    @Test
    void hasWhatReadersOfSuchArchivesLookFor() throws IOException {
        byte[] archive =
                new SupportArchive(
                                "case",
                                Reports.of(
                                        List.of(
                                                fine(1, "ip", 1500, 9),
                                                failed(2, "db", 1600, "dry"))),
                                "the page",
                                new LinkedHashMap<>(Map.of("journal.json", "{}")))
                        .bytes();
        String tar =
                new String(
                        new GZIPInputStream(new ByteArrayInputStream(archive)).readAllBytes(),
                        StandardCharsets.UTF_8);

        for (String name :
                List.of(
                        "case/analysis.txt",
                        "case/report.html",
                        "case/guest1/STOPPED",
                        "case/guest1/cluster-log.txt",
                        "case/guest1/events.txt",
                        "case/guest1/sysinfo.txt",
                        "case/guest1/sysstats.txt",
                        "case/guest1/permissions.txt",
                        "case/guest1/settings.txt",
                        "case/guest1/journal.json")) {
            assertTrue(tar.contains(name + "\0"), name);
        }
        assertTrue(tar.contains("problem: key: there is none -> copy that of the cluster"));
        assertTrue(tar.contains("start of db: generic error (1): dry"), tar);
        assertEquals(0, tar.length() % 512);
    }

    @Test
    void namesHaveToFit() {
        TarArchive archive = new TarArchive(Instant.EPOCH);
        assertThrows(
                IllegalArgumentException.class, () -> archive.add("n".repeat(101), new byte[0]));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    psql password=geheim -h db | psql password=*** -h db
                    {"admin_passwd": "ge heim"} | {"admin_passwd": ***}
                    fence --password geheim --ip x | fence --password *** --ip x
                    <nvpair name="passwd" value="geheim"/> | <nvpair name="passwd" value=***/>
                    API_TOKEN=geheim; run | API_TOKEN=***; run
                    nothing to hide: here | nothing to hide: here
                    """)
    void masksWhatLooksLikeASecret(String text, String masked) {
        assertEquals(masked, Masked.text(text));
    }

    @Test
    void takesTheLogFromAMomentOn() throws IOException {
        Path log =
                Files.writeString(
                        folder.resolve("log"),
                        """
                        Dec 31 23:59:59.000 g pacemaker-remoted [1] (A) info: last year
                        Jan  1 00:00:00.000 g pacemaker-remoted [1] (A) info: this year
                        and a line without a time
                        Jan  2 10:00:00.000 g pacemaker-remoted [1] (A) info: later
                        """);
        Instant now = local(2027, 1, 3);

        assertEquals(4, lines(log, Optional.of(local(2026, 12, 31)), now).length);
        assertEquals(3, lines(log, Optional.of(local(2027, 1, 1)), now).length);
        assertEquals(1, lines(log, Optional.of(local(2027, 1, 2)), now).length);
        assertEquals(4, lines(log, Optional.empty(), now).length);
        assertTrue(
                lines(folder.resolve("none"), Optional.empty(), now)[0].contains("cannot be read"));
    }

    @Test
    void filesAreForTheirOwnerAlone() throws IOException {
        Path file = folder.resolve("report.html");
        PrivateFile.write(file, new byte[] {1});
        PrivateFile.write(file, new byte[] {1, 2});

        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(2, Files.size(file));
        try (var all = Files.list(folder)) {
            assertEquals(1, all.count());
        }
        assertThrows(
                IOException.class,
                () -> PrivateFile.write(folder.resolve("no/such/folder"), new byte[0]));
        assertFalse(Files.exists(folder.resolve("no")));
    }

    private static String[] lines(Path log, Optional<Instant> since, Instant now) {
        return new LogExcerpt(log, since, now).text().split("\n");
    }

    private static Instant local(int year, int month, int day) {
        return LocalDateTime.of(year, month, day, 0, 0).atZone(ZoneId.systemDefault()).toInstant();
    }
}

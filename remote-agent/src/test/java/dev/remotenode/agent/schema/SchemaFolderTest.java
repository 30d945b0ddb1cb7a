package dev.remotenode.agent.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaFolderTest {

    private static final SchemaFile NEW = new SchemaFile("pacemaker-4.1.rng", "<new/>");

    @TempDir private Path temporary;

    private Path path;
    private SchemaFolder folder;

    @BeforeEach
    void nameIt() {
        path = temporary.resolve("schemas");
        folder = new SchemaFolder(path);
    }

    @Test
    void isMadeIfMissing() throws IOException {
        folder.replace(List.of(NEW));
        assertEquals("<new/>", Files.readString(path.resolve("pacemaker-4.1.rng")));
        assertEquals("rw-r--r--", mode(path.resolve("pacemaker-4.1.rng")));
        assertEquals("rwxr-xr-x", mode(path));
    }

    @Test
    void hasWhatWasFetchedLast() throws IOException {
        folder.replace(List.of(NEW, new SchemaFile("nodes-4.1.rng", "")));
        folder.replace(List.of(new SchemaFile("pacemaker-4.1.rng", "é")));
        assertEquals(List.of("pacemaker-4.1.rng"), entries(path));
        assertEquals("é", Files.readString(path.resolve("pacemaker-4.1.rng")));
        folder.replace(List.of());
        assertEquals(List.of(), entries(path));
    }

    @Test
    void keepsWhatIsNoSchema() throws IOException {
        Files.createDirectory(path);
        Files.writeString(path.resolve("README"), "mine");
        Files.writeString(path.resolve(".unfinished"), "of a crash");
        folder.replace(List.of(NEW));
        folder.replace(List.of());
        assertEquals(List.of("README"), entries(path));
    }

    @Test
    void doesNotWriteThroughALinkInIt() throws IOException {
        Path victim = Files.writeString(temporary.resolve("victim"), "untouched");
        Files.createDirectory(path);
        Files.createSymbolicLink(path.resolve("pacemaker-4.1.rng"), victim);
        Files.createSymbolicLink(path.resolve(".unfinished"), victim);
        folder.replace(List.of(NEW));
        assertEquals("untouched", Files.readString(victim));
        assertEquals(List.of("pacemaker-4.1.rng"), entries(path));
        assertEquals("<new/>", Files.readString(path.resolve("pacemaker-4.1.rng")));
    }

    @Test
    void isNoLinkItself() throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("pacemaker-1.0.rng"), "");
        Files.createSymbolicLink(path, elsewhere);
        assertThrows(IOException.class, () -> folder.replace(List.of(NEW)));
        assertEquals(List.of("pacemaker-1.0.rng"), entries(elsewhere));
    }

    @Test
    void isNoFile() throws IOException {
        Files.writeString(path, "mine");
        assertThrows(IOException.class, () -> folder.replace(List.of(NEW)));
        assertEquals("mine", Files.readString(path));
    }

    @Test
    void cannotBeTheRoot() {
        assertThrows(IOException.class, () -> new SchemaFolder(Path.of("/")).replace(List.of()));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static List<String> entries(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }
}

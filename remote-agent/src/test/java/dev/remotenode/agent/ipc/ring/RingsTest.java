package dev.remotenode.agent.ipc.ring;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.ocf.posix.ErrnoException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class RingsTest {

    private static final int LARGEST = 131072;
    private static final int WORDS = 33792;

    /** The bytes of an empty ring, less what keeps a full one from looking like an empty one. */
    private static final int ALL = WORDS * 4 - 12;

    @TempDir Path folder;

    private Arena arena;
    private Rings rings;

    @BeforeEach
    void make() throws ErrnoException {
        arena = Arena.ofShared();
        rings = Rings.create(folder, 4711, LARGEST, OptionalInt.empty());
    }

    @AfterEach
    void close() {
        rings.close();
        arena.close();
    }

    @Test
    void freshRingIsWhatToolsExpect() throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of(rings.requestPath() + "-header"));
        MemorySegment header = MemorySegment.ofArray(bytes);
        assertEquals(8252, bytes.length);
        assertEquals(0, header.get(JAVA_INT_UNALIGNED, 0), "write index");
        assertEquals(0, header.get(JAVA_INT_UNALIGNED, 4), "read index");
        assertEquals(WORDS, header.get(JAVA_INT_UNALIGNED, 8));
        assertEquals(rings.requestPath() + "-header", header.getString(12));
        assertEquals(rings.requestPath() + "-data", header.getString(4108));
        assertEquals(1, header.get(JAVA_INT_UNALIGNED, 8204), "references");
        byte[] semaphore = new byte[32];
        semaphore[8] = (byte) 0x80;
        assertArrayEquals(semaphore, Arrays.copyOfRange(bytes, 8208, 8240));
        assertEquals(0, header.get(JAVA_INT_UNALIGNED, 8240), "flow control");
        assertEquals(WORDS * 4, Files.size(Path.of(rings.requestPath() + "-data")));
    }

    /** Tools want a slash in a path, no six capital X in a row, and not too much of it. */
    @Test
    void pathsAreOnesThatToolsTake() {
        for (String path : List.of(rings.requestPath(), rings.responsePath(), rings.eventPath())) {
            assertTrue(path.startsWith(folder + "/qb-"), path);
            assertTrue(path.matches(".*/qb-\\d+-4711-[^/]*/qb-(request|response|event)"), path);
            assertFalse(path.contains("XXXXXX"), path);
        }
    }

    @Test
    void membersOfTheGroupMayOpenTheRingsAndNobodyElse() throws Exception {
        int group = (int) Files.getAttribute(Path.of("/proc/self"), "unix:gid");
        try (Rings shared = Rings.create(folder, 1, LARGEST, OptionalInt.of(group))) {
            Path file = Path.of(shared.eventPath() + "-data");
            assertEquals("rw-rw----", mode(file));
            assertEquals("rwx--x---", mode(folderOf(shared)));
            assertEquals(group, Files.getAttribute(file, "unix:gid"));
            assertEquals(group, Files.getAttribute(folderOf(shared), "unix:gid"));
        }
    }

    private static Path folderOf(Rings rings) {
        return Path.of(rings.requestPath()).resolveSibling("");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** As many bytes as libqb says are free, and not one more. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, 131072})
    void chunkGoesInIfThereIsRoomForAllOfIt(int before) throws Exception {
        assertTrue(rings.events().offer(chunk(before)));
        int free = (WORDS - 2 - (before + 3) / 4 - 1) * 4 - 12;
        assertFalse(rings.events().offer(chunk(free + 1)));
        assertTrue(rings.events().offer(chunk(free)));
        assertFalse(rings.events().offer(chunk(0)));
    }

    @Test
    void emptyRingTakesAChunkThatFillsIt() throws Exception {
        assertFalse(rings.responses().offer(chunk(ALL + 1)));
        assertTrue(rings.responses().offer(chunk(ALL)));
    }

    private static Chunk chunk(int size) {
        return new Chunk(new byte[0], Unpooled.wrappedBuffer(new byte[size]), false);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, WORDS, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void readIndexMustBeInTheRing(int index) throws Exception {
        TestRing tool = TestRing.open(Path.of(rings.eventPath()), LARGEST, arena);
        tool.setReadIndex(index);
        assertThrows(RingException.class, () -> rings.events().offer(chunk(1)));
    }

    @Test
    void takenRequestIsMarkedAsSuch() throws Exception {
        TestRing tool = TestRing.open(Path.of(rings.requestPath()), LARGEST, arena);
        tool.write(new byte[41]);
        assertEquals(41, rings.requests().take().length);
        assertEquals(0, tool.posted());
        assertTrue(tool.isConsumed(0));
        assertEquals(13, tool.readIndex());
    }

    /** A tool may write anything there at any time, and libqb itself is early with one of them. */
    @Test
    void indexesThatAToolWritesAreNotReadBack() throws Exception {
        TestRing tool = TestRing.open(Path.of(rings.requestPath()), LARGEST, arena);
        tool.writeChunk(0, bytes("one"), 3, TestRing.VALID);
        tool.writeChunk(3, bytes("two"), 3, TestRing.VALID);
        tool.setWriteIndex(Integer.MAX_VALUE);
        tool.setReadIndex(-1);
        assertArrayEquals(bytes("one"), rings.requests().take());
        tool.setReadIndex(Integer.MIN_VALUE);
        assertArrayEquals(bytes("two"), rings.requests().take());
        assertThrows(RingException.class, () -> rings.requests().take());
    }

    @Test
    void sleepingToolIsWokenByAResponse() throws Exception {
        TestRing tool = TestRing.open(Path.of(rings.responsePath()), LARGEST, arena);
        CompletableFuture<byte[]> response = CompletableFuture.supplyAsync(tool::await);
        while (!tool.hasWaiter()) {
            Thread.onSpinWait();
        }
        ByteBuf inPieces = Unpooled.wrappedBuffer(bytes("ans"), bytes("wer"));
        assertTrue(rings.responses().offer(new Chunk(bytes("the "), inPieces, true)));
        assertArrayEquals(bytes("the answer\0"), response.get());
    }

    /** A file that is cut short would be a SIGBUS for a tool that still looks at it. */
    @Test
    void endHasNoNamesAndLeavesTheToolItsMemory() throws Exception {
        Rings ending = Rings.create(folder, 1, LARGEST, OptionalInt.empty());
        Path place = folderOf(ending);
        TestRing requests = TestRing.open(Path.of(ending.requestPath()), LARGEST, arena);
        TestRing responses = TestRing.open(Path.of(ending.responsePath()), LARGEST, arena);
        TestRing events = TestRing.open(Path.of(ending.eventPath()), LARGEST, arena);
        long size = requests.size();
        ending.close();
        assertEquals(0, requests.references());
        assertEquals(0, responses.references());
        assertEquals(0, events.references());
        assertEquals(1, responses.posted());
        assertEquals(size, requests.size());
        assertTrue(Files.notExists(place));
    }

    @Test
    void failureLeavesNoFile() throws IOException {
        Path nowhere = folder.resolve("nowhere");
        assertThrows(
                ErrnoException.class, () -> Rings.create(nowhere, 1, LARGEST, OptionalInt.empty()));
        Path file = Files.createFile(folder.resolve("file"));
        assertThrows(
                ErrnoException.class, () -> Rings.create(file, 1, LARGEST, OptionalInt.empty()));
    }

    @Test
    void leftoversAreRemovedAndNothingElse() throws IOException {
        Path crashed = ringFolder("qb-1-2-remoted-0123abcd");
        Path foreign = ringFolder("qb-1-2-7-0123ab");
        Path living = folderOf(rings);
        Leftovers.remove(folder);
        assertTrue(Files.notExists(crashed));
        assertTrue(Files.exists(foreign.resolve("qb-event-data")));
        assertTrue(Files.exists(living.resolve("qb-event-data")), "its daemon lives");
    }

    private Path ringFolder(String name) throws IOException {
        Path made = Files.createDirectory(folder.resolve(name));
        for (RingName ring : RingName.values()) {
            Files.createFile(made.resolve(ring.headerFile()));
            Files.createFile(made.resolve(ring.dataFile()));
        }
        return made;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

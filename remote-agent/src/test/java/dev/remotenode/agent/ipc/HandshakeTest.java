package dev.remotenode.agent.ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.ocf.posix.Errno;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
final class HandshakeTest {

    @TempDir Path folder;

    @Test
    void toolLearnsWhereTheRingsAreAndTheServiceWhoItIs() throws Exception {
        try (ServerUnderTest server = new ServerUnderTest(folder);
                LibqbClient tool = server.connect()) {
            IpcClient client = server.service.opened.take();
            assertEquals(IpcEndpoint.CIB_RW, client.endpoint());
            assertEquals(ProcessHandle.current().pid(), client.peer().pid());
            assertEquals(131072, tool.largestMessage());
            assertEquals(2, tool.requests.references(), "libqb sends only with two sides there");
        }
    }

    @Test
    void sizeIsKeptWithinLimits() throws Exception {
        try (ServerUnderTest server = new ServerUnderTest(folder)) {
            Path socket = server.socket(IpcEndpoint.CIB_RW);
            assertEquals(131072, sizeFor(socket, 0));
            assertEquals(524288, sizeFor(socket, 524288));
            assertEquals(ServerUnderTest.SMALL_LIMITS.chunkBytes(), sizeFor(socket, -1));
        }
    }

    private static int sizeFor(Path socket, int wanted) throws IOException {
        try (LibqbClient tool = LibqbClient.connect(socket, wanted)) {
            return tool.largestMessage();
        }
    }

    /** Before that, the kernel would not tell the tool who has answered. */
    @Test
    void answerComesNotBeforeTheWholeRequest() throws Exception {
        try (ServerUnderTest server = new ServerUnderTest(folder);
                SocketChannel stream = LibqbClient.dial(server.socket(IpcEndpoint.CIB_RW))) {
            ByteBuffer request = LibqbClient.handshake(-1, 24, 131072);
            stream.write(request.limit(23));
            server.connect().close();
            stream.configureBlocking(false);
            assertEquals(0, stream.read(ByteBuffer.allocate(1)));
            stream.configureBlocking(true);
            stream.write(request.limit(24));
            assertEquals(0, LibqbClient.readAnswer(stream).getInt(16));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 24", "-2, 24", "-3, 24", "-1, 23", "-1, 0", "-1, -1"})
    void otherRequestsEndTheConnection(int id, int size) throws Exception {
        try (ServerUnderTest server = new ServerUnderTest(folder);
                SocketChannel stream = LibqbClient.dial(server.socket(IpcEndpoint.CIB_RW))) {
            stream.write(LibqbClient.handshake(id, size, 131072));
            assertEquals(-1, stream.read(ByteBuffer.allocate(1)));
            assertTrue(server.service.opened.isEmpty());
        }
    }

    @Test
    void refusalHasItsErrorNumberAndEndsTheConnection() throws Exception {
        try (ServerUnderTest server = new ServerUnderTest(folder);
                SocketChannel stream = LibqbClient.dial(server.socket(IpcEndpoint.PACEMAKERD))) {
            ByteBuffer answer = LibqbClient.shakeHands(stream, 131072);
            ByteBuffer expected =
                    ByteBuffer.allocate(12328)
                            .order(ByteOrder.nativeOrder())
                            .putInt(0, -1)
                            .putInt(8, 12328)
                            .putInt(16, -RecordingService.REFUSAL);
            assertEquals(expected, answer);
            assertEquals(-1, stream.read(ByteBuffer.allocate(1)));
            assertTrue(server.service.opened.isEmpty());
        }
    }

    @Test
    void ringsAreForTheirUserAloneAndVanishWithTheFirstRequest() throws Exception {
        try (ServerUnderTest server = new ServerUnderTest(folder);
                LibqbClient tool = server.connect()) {
            List<Path> rings = server.ringFolders();
            assertEquals(1, rings.size());
            assertEquals("rwx------", mode(rings.getFirst()));
            assertEquals("rw-------", mode(rings.getFirst().resolve("qb-request-header")));
            assertEquals("rw-------", mode(rings.getFirst().resolve("qb-event-data")));
            tool.send(Wire.OLD.write(1, 0, "<first/>").getFirst());
            server.service.requests.take();
            assertEquals(List.of(), server.ringFolders());
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void garbageEndsTheConnection() throws Exception {
        try (ServerUnderTest server = new ServerUnderTest(folder);
                SocketChannel stream = LibqbClient.dial(server.socket(IpcEndpoint.CIB_RW))) {
            stream.write(
                    ByteBuffer.wrap(
                            "GET / HTTP/1.1\r\nHost: me\r\n".getBytes(StandardCharsets.US_ASCII)));
            assertEquals(-1, stream.read(ByteBuffer.allocate(1)));
        }
    }

    @Test
    void toolThatSaysNothingHasToGo() throws Exception {
        try (ServerUnderTest server = new ServerUnderTest(folder, Duration.ofMillis(50));
                SocketChannel stream = LibqbClient.dial(server.socket(IpcEndpoint.CIB_RW))) {
            stream.write(ByteBuffer.allocate(23));
            assertEquals(-1, stream.read(ByteBuffer.allocate(1)));
        }
    }

    @Test
    void lackOfRoomIsARefusal() throws Exception {
        try (ServerUnderTest server = new ServerUnderTest(folder)) {
            Path socket = server.socket(IpcEndpoint.CIB_RW);
            Files.delete(server.sharedMemory());
            IOException refused =
                    assertThrows(IOException.class, () -> LibqbClient.connect(socket, 131072));
            assertEquals("refused with -" + Errno.ENOENT, refused.getMessage());
        }
    }

    @Test
    void connectionsOfOwnUserAreNotLimitedToThoseOfOthers() throws Exception {
        int more = ServerUnderTest.SMALL_LIMITS.clientsPerUser() + 1;
        try (ServerUnderTest server = new ServerUnderTest(folder)) {
            for (int count = 0; count < more; count++) {
                server.connect();
            }
            assertEquals(more, server.service.opened.size());
        }
    }

    @Test
    void secondServerFindsANameTaken() throws Exception {
        Path taken = folder.resolve(IpcEndpoint.CIB_RW.socketName());
        Files.createFile(taken);
        IOException refused = assertThrows(IOException.class, () -> new ServerUnderTest(folder));
        assertTrue(refused.toString().contains("Address already in use"), refused::toString);
        assertTrue(Files.exists(taken), "what is no socket is not touched");
        assertTrue(Files.notExists(folder.resolve(IpcEndpoint.PACEMAKERD.socketName())));
    }
}

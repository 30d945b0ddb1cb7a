package dev.remotenode.agent.ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.ocf.posix.Descriptors;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ListeningSocketTest {

    /** The bytes of a name in an address of libqb, the leading zero included. */
    private static final int NAME_SIZE = 108;

    @TempDir Path folder;

    /** The kernel compares all the bytes of a name, and libqb's have zeros up to the full size. */
    @Test
    void nameIsPaddedToTheFullSizeOfAnAddress() throws IOException {
        String name = "test-" + UUID.randomUUID();
        int socket = ListeningSocket.onName(name);
        try {
            String shown = "@" + name + "@".repeat(NAME_SIZE - 1 - name.length());
            List<String> names =
                    Files.readAllLines(Path.of("/proc/net/unix")).stream()
                            .filter(line -> line.contains(name))
                            .map(line -> line.substring(line.indexOf('@')))
                            .toList();
            assertEquals(List.of(shown), names);
            IOException taken = assertThrows(IOException.class, () -> ListeningSocket.onName(name));
            assertTrue(taken.toString().contains("in use"), taken::toString);
        } finally {
            Descriptors.close(socket);
        }
    }

    @Test
    void pathIsOpenToEveryoneAndTakenFromTheDead() throws IOException {
        Path path = folder.resolve("cib_rw");
        try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(path));
        }
        assertTrue(Files.exists(path), "the socket of a crashed daemon");
        int socket = ListeningSocket.onPath(path);
        try {
            assertEquals(
                    "rwxrwxrwx",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
            LibqbClient.dial(path).close();
        } finally {
            Descriptors.close(socket);
        }
    }
}

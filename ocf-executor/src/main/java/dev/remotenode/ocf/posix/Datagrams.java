package dev.remotenode.ocf.posix;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/** Single messages to programs on this machine (address family {@code AF_UNIX}). */
public final class Datagrams {

    /** The size of {@code struct sockaddr_un}. */
    private static final int ADDRESS_SIZE = 110;

    private static final int PATH_OFFSET = 2;
    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM = 2;
    private static final char OUTSIDE_OF_FILES = '@';

    private static final MemorySegment SOCKET = Libc.symbol("socket");
    private static final MemorySegment SENDTO = Libc.symbol("sendto");

    private Datagrams() {}

    /**
     * Sends one message, never waiting; callable from any thread.
     *
     * @param receiver a path, or {@code @} and a name outside of the file system
     * @return 0 or more, or the error number negated: {@link Errno#EAGAIN} if the receiver has no
     *     room now
     */
    public static int send(String receiver, byte[] message) {
        byte[] name = receiver.getBytes(StandardCharsets.UTF_8);
        if (PATH_OFFSET + name.length >= ADDRESS_SIZE) {
            return -Errno.ENAMETOOLONG;
        }
        int socket =
                Libc.call(
                        SOCKET,
                        AF_UNIX,
                        SOCK_DGRAM | Descriptors.O_NONBLOCK | Descriptors.O_CLOEXEC,
                        0);
        if (socket < 0) {
            return socket;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment address = arena.allocate(ADDRESS_SIZE, Short.BYTES);
            address.set(JAVA_SHORT, 0, (short) AF_UNIX);
            MemorySegment.copy(name, 0, address, JAVA_BYTE, PATH_OFFSET, name.length);
            if (receiver.charAt(0) == OUTSIDE_OF_FILES) {
                address.set(JAVA_BYTE, PATH_OFFSET, (byte) 0);
            }
            return Libc.call(
                    SENDTO,
                    socket,
                    arena.allocateFrom(JAVA_BYTE, message).address(),
                    message.length,
                    0,
                    address.address(),
                    PATH_OFFSET + name.length);
        } finally {
            Descriptors.close(socket);
        }
    }
}

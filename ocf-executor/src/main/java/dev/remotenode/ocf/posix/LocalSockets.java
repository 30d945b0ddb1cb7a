package dev.remotenode.ocf.posix;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/**
 * Listening on this machine (address family {@code AF_UNIX}). Every call returns its result, or the
 * error number negated; callable from any thread.
 */
public final class LocalSockets {

    /** The size of {@code struct sockaddr_un}. */
    private static final int ADDRESS_SIZE = 110;

    private static final int PATH_OFFSET = 2;
    private static final int AF_UNIX = 1;
    private static final int SOCK_STREAM = 1;
    private static final int SOL_SOCKET = 1;
    private static final int SO_PASSCRED = 16;

    private static final MemorySegment SOCKET = Libc.symbol("socket");
    private static final MemorySegment SETSOCKOPT = Libc.symbol("setsockopt");
    private static final MemorySegment BIND = Libc.symbol("bind");
    private static final MemorySegment LISTEN = Libc.symbol("listen");

    private LocalSockets() {}

    /** A stream socket that does not block and is not inherited. */
    public static int open() {
        int type = SOCK_STREAM | Descriptors.O_NONBLOCK | Descriptors.O_CLOEXEC;
        return Libc.call(SOCKET, AF_UNIX, type, 0);
    }

    /** Has each message carry who sent it; sockets that are accepted inherit it. */
    public static int passCredentials(int socket) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment on = arena.allocateFrom(JAVA_INT, 1);
            return Libc.call(
                    SETSOCKOPT, socket, SOL_SOCKET, SO_PASSCRED, on.address(), on.byteSize());
        }
    }

    /**
     * Binds to a name outside of the file system. It is padded to the full length of an address:
     * padding is a part of such a name, and libqb's names have it.
     */
    public static int bindAbstract(int socket, String name) {
        return bind(socket, PATH_OFFSET + 1, name, ADDRESS_SIZE);
    }

    /** Binds to a path, which must be free. */
    public static int bindPath(int socket, String path) {
        int length = path.getBytes(StandardCharsets.UTF_8).length;
        return PATH_OFFSET + length < ADDRESS_SIZE
                ? bind(socket, PATH_OFFSET, path, PATH_OFFSET + length)
                : -Errno.ENAMETOOLONG;
    }

    public static int listen(int socket, int backlog) {
        return Libc.call(LISTEN, socket, backlog);
    }

    private static int bind(int socket, long nameOffset, String name, int length) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment address = arena.allocate(ADDRESS_SIZE, Short.BYTES);
            address.set(JAVA_SHORT, 0, (short) AF_UNIX);
            address.setString(nameOffset, name);
            return Libc.call(BIND, socket, address.address(), length);
        }
    }
}

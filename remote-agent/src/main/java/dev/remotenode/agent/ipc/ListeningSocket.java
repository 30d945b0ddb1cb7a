package dev.remotenode.agent.ipc;

import dev.remotenode.ocf.posix.Descriptors;
import dev.remotenode.ocf.posix.ErrnoException;
import dev.remotenode.ocf.posix.LocalSockets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** Makes sockets that listen where libqb's clients connect, which Netty cannot. */
final class ListeningSocket {

    private static final int BACKLOG = 128;

    private ListeningSocket() {}

    /**
     * Listens on a name outside of the file system; such names belong to a network namespace.
     *
     * @return the descriptor
     */
    static int onName(String name) throws IOException {
        return listen(name, socket -> LocalSockets.bindAbstract(socket, name));
    }

    /**
     * Listens on a path, for everyone: who gets further is decided later.
     *
     * @return the descriptor
     */
    static int onPath(Path path) throws IOException {
        removeStale(path);
        int socket = listen(path.toString(), it -> LocalSockets.bindPath(it, path.toString()));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
        return socket;
    }

    /** What is no socket stays, and binding fails. */
    private static void removeStale(Path path) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                && Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                        .isOther()) {
            Files.delete(path);
        }
    }

    private static int listen(String name, Binding binding) throws IOException {
        String action = "listen for local tools as " + name;
        int socket = ErrnoException.check(LocalSockets.open(), action);
        try {
            // Some of libqb's versions look at who sent the answer to their handshake.
            ErrnoException.check(LocalSockets.passCredentials(socket), action);
            ErrnoException.check(binding.bind(socket), action);
            ErrnoException.check(LocalSockets.listen(socket, BACKLOG), action);
            return socket;
        } catch (IOException e) {
            Descriptors.close(socket);
            throw e;
        }
    }

    /** Gives a socket its address. */
    @FunctionalInterface
    private interface Binding {
        int bind(int socket);
    }
}

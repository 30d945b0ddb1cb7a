package dev.remotenode.agent.servicemanager;

import io.netty.channel.epoll.Epoll;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.channel.unix.Socket;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The receiving end, as a service manager has it. */
public final class NotifySocket implements AutoCloseable {

    private static final int LIMIT = 4096;

    private final Socket socket;

    /**
     * Listens.
     *
     * @param address a path, or {@code @} and a name outside of the file system
     */
    public NotifySocket(String address) throws IOException {
        Epoll.ensureAvailability();
        socket = Socket.newSocketDomainDgram();
        socket.bind(new DomainSocketAddress(address.replaceFirst("^@", "\0")));
    }

    /** The oldest message that waits, if there is one. */
    public Optional<String> next() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(LIMIT);
        int length = socket.recv(buffer, 0, LIMIT);
        if (length <= 0) {
            return Optional.empty();
        }
        byte[] text = new byte[length];
        buffer.get(text);
        return Optional.of(new String(text, StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

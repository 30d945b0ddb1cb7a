package dev.remotenode.lab.daemon;

import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.LabException;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.channel.unix.Socket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Plays the service manager to a daemon: hears what it says of itself. */
public final class NotifySocket implements AutoCloseable {
    private static final String NAME = "notify";
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int LONGEST = 4096;

    private final Path path;
    private final Socket socket;
    private final List<String> unread = new ArrayList<>();

    /** Listens on a host. */
    public NotifySocket(Host host) {
        Epoll.ensureAvailability();
        path = host.logs().resolve(NAME);
        socket = Socket.newSocketDomainDgram();
        try {
            socket.bind(new DomainSocketAddress(path.toString()));
        } catch (IOException e) {
            throw new LabException("cannot listen at " + path, e);
        }
    }

    /** What a daemon finds in its environment. */
    public Map<String, String> environment() {
        return Map.of("NOTIFY_SOCKET", "/var/log/" + NAME);
    }

    /**
     * The next line that begins like this; those before it are gone.
     *
     * @throws LabException if none comes
     */
    public String await(String beginning) {
        Predicate<String> wanted = line -> line.startsWith(beginning);
        Await.until("'" + beginning + "' in " + this, LIMIT, () -> heard(wanted));
        while (true) {
            String line = unread.removeFirst();
            if (wanted.test(line)) {
                return line;
            }
        }
    }

    private boolean heard(Predicate<String> wanted) {
        try {
            ByteBuffer buffer = ByteBuffer.allocateDirect(LONGEST);
            for (int length = socket.recv(buffer, 0, LONGEST);
                    length > 0;
                    length = socket.recv(buffer, 0, LONGEST)) {
                byte[] message = new byte[length];
                buffer.get(0, message);
                new String(message, StandardCharsets.UTF_8).lines().forEach(unread::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return unread.stream().anyMatch(wanted);
    }

    @Override
    public void close() {
        try {
            socket.close();
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return unread.toString();
    }
}

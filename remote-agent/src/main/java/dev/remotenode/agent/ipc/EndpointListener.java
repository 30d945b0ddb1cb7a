package dev.remotenode.agent.ipc;

import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoop;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens in one place for tools. */
final class EndpointListener {

    private static final Logger log = LoggerFactory.getLogger(EndpointListener.class);

    private final IpcEndpoint endpoint;
    private final EpollServerDomainSocketChannel channel;
    private final Optional<Path> path;

    /**
     * Adopts a socket.
     *
     * @param path what to remove at the end
     */
    private EndpointListener(IpcEndpoint endpoint, int socket, Optional<Path> path) {
        boolean active = true;
        this.endpoint = endpoint;
        this.channel = new EpollServerDomainSocketChannel(socket, active);
        this.path = path;
    }

    /** Takes the name of an endpoint. */
    static EndpointListener onName(IpcEndpoint endpoint) throws IOException {
        return new EndpointListener(
                endpoint, ListeningSocket.onName(endpoint.socketName()), Optional.empty());
    }

    /** Takes the name of an endpoint in a folder. */
    static EndpointListener inFolder(IpcEndpoint endpoint, Path folder) throws IOException {
        Path path = folder.resolve(endpoint.socketName());
        return new EndpointListener(endpoint, ListeningSocket.onPath(path), Optional.of(path));
    }

    IpcEndpoint endpoint() {
        return endpoint;
    }

    /** Begins to accept; who has connected before is waiting already. */
    void accept(EventLoop loop, ChannelHandler acceptor) {
        channel.pipeline().addLast(acceptor);
        loop.register(channel);
    }

    /** Gives up the name. */
    void close() {
        if (channel.isRegistered()) {
            channel.close();
        } else {
            channel.unsafe().closeForcibly();
        }
        path.ifPresent(EndpointListener::delete);
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            log.warn("Cannot remove {}: {}", path, e.getMessage());
        }
    }
}

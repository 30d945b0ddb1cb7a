package dev.remotenode.agent.ipc;

import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server on an event loop of its own, in a folder of its own. */
final class ServerUnderTest implements AutoCloseable {

    static final IpcLimits SMALL_LIMITS = new IpcLimits(8, 4, 1 << 20, 4 << 20, 4 << 20, 10 << 20);

    final RecordingService service = new RecordingService();
    private final MultiThreadIoEventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
    private final EventLoop loop = loops.next();
    private final Path folder;
    private final Path sharedMemory;
    private final IpcServer server;

    ServerUnderTest(Path folder, Duration handshakeTimeout) throws IOException {
        this.folder = folder;
        this.sharedMemory = Files.createDirectories(folder.resolve("shm"));
        this.server =
                IpcServer.open(
                        loop,
                        Set.of(IpcEndpoint.CIB_RW, IpcEndpoint.PACEMAKERD),
                        service,
                        new IpcSettings(
                                sharedMemory,
                                List.of(folder),
                                OptionalInt.empty(),
                                handshakeTimeout,
                                SMALL_LIMITS));
    }

    ServerUnderTest(Path folder) throws IOException {
        this(folder, Duration.ofSeconds(30));
    }

    Path socket(IpcEndpoint endpoint) {
        return folder.resolve(endpoint.socketName());
    }

    LibqbClient connect() throws IOException {
        return LibqbClient.connect(socket(IpcEndpoint.CIB_RW), 131072);
    }

    /** Does something on the event loop and waits until it is done. */
    void onLoop(Runnable action) {
        loop.submit(action).syncUninterruptibly();
    }

    Path sharedMemory() {
        return sharedMemory;
    }

    /** The folders of rings that can be seen. */
    List<Path> ringFolders() throws IOException {
        try (Stream<Path> files = Files.list(sharedMemory)) {
            return files.toList();
        }
    }

    @Override
    public void close() {
        onLoop(server::close);
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
}

package dev.remotenode.agent.announcement;

import dev.remotenode.ocf.posix.Descriptors;
import dev.remotenode.ocf.posix.ErrnoException;
import dev.remotenode.ocf.posix.LinkSockets;
import io.netty.channel.IoEvent;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoOps;
import io.netty.channel.unix.FileDescriptor;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** The kernel's news that a link or an address has changed, read on the event loop. */
final class AddressNews implements EpollIoHandle {
    /** Longer than any of its messages, which are thrown away. */
    private static final int BUFFER_SIZE = 16 * 1024;

    private final FileDescriptor socket;
    private final Runnable reader;

    private AddressNews(int socket, Runnable reader) {
        this.socket = new FileDescriptor(socket);
        this.reader = reader;
    }

    /**
     * Begins to listen; {@link #await} has the loop wait for what is heard.
     *
     * @param reader is run on the loop after changes, once for several
     */
    static AddressNews open(Runnable reader) throws ErrnoException {
        int socket = ErrnoException.check(LinkSockets.openForNews(), "hear of network addresses");
        return new AddressNews(socket, reader);
    }

    @Override
    public FileDescriptor fd() {
        return socket;
    }

    /** Has the loop look out for news from now on. */
    static void await(IoRegistration registration) {
        registration.submit(EpollIoOps.EPOLLIN);
    }

    @Override
    public void handle(IoRegistration registration, IoEvent event) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(BUFFER_SIZE);
            int length;
            do {
                length = Descriptors.read(socket.intValue(), buffer, BUFFER_SIZE);
            } while (length > 0);
            // An error says that news were lost, which is news as well.
        }
        reader.run();
    }

    @Override
    public void close() {
        Descriptors.close(socket.intValue());
    }
}

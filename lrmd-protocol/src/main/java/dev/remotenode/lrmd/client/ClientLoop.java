package dev.remotenode.lrmd.client;

import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** The thread that clients share. All their sockets are made on it. */
public final class ClientLoop implements AutoCloseable {

    private final MultiThreadIoEventLoopGroup group;

    /** A loop on a daemon thread. */
    public ClientLoop() {
        this(new DefaultThreadFactory("executor-client", true));
    }

    /**
     * A loop on a thread of the caller's making.
     *
     * @param threads asked once; a thread in another network namespace makes all sockets there
     */
    public ClientLoop(ThreadFactory threads) {
        group = new MultiThreadIoEventLoopGroup(1, threads, EpollIoHandler.newFactory());
    }

    /** The one thread, for callers that put a pipeline of their own together. */
    public EventLoop eventLoop() {
        return group.next();
    }

    /** Ends the thread and every connection on it. */
    @Override
    public void close() {
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }
}

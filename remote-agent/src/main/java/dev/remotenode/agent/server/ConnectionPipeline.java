package dev.remotenode.agent.server;

import dev.remotenode.agent.session.RequestDispatcher;
import dev.remotenode.agent.session.SessionHandler;
import dev.remotenode.agent.session.Sessions;
import dev.remotenode.lrmd.frame.FrameDecoder;
import dev.remotenode.lrmd.frame.FrameEncoder;
import dev.remotenode.lrmd.message.ServerSideCodec;
import dev.remotenode.lrmd.tls.Authentication;
import dev.remotenode.lrmd.tls.TlsHandler;
import dev.remotenode.lrmd.tls.TlsPolicy;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;

/** What every connection passes through, from the socket to the session. */
public final class ConnectionPipeline extends ChannelInitializer<Channel> {

    /** As long as Pacemaker's daemon waits: a peer that has not proven itself by then must go. */
    private static final Duration HANDSHAKE_TIMEOUT = Duration.ofSeconds(10);

    /**
     * A controller reads at once; one that has not for this long is stopped or hangs, and has been
     * given up by its own cluster.
     */
    private static final Duration READ_PATIENCE = Duration.ofMinutes(1);

    /** All cluster nodes of a large site may come at once; nobody else has business here. */
    private static final int MOST_NEWCOMERS = 256;

    private static final int MOST_NEWCOMERS_OF_ONE = 64;

    /** Three of the largest messages, and a bit. */
    private static final long MEMORY_BYTES = 64L * 1024 * 1024;

    private final PeerMemory memory = new PeerMemory(MEMORY_BYTES);
    private final Newcomers newcomers = new Newcomers(MOST_NEWCOMERS, MOST_NEWCOMERS_OF_ONE);
    private final MessageVolume volume;
    private final Authentication authentication;
    private final TlsPolicy policy;
    private final Sessions sessions;
    private final RequestDispatcher dispatcher;
    private final Turns handshakes;
    private final Executor largeMessages;

    /**
     * Makes a pipeline for all connections.
     *
     * @param handshakes where handshakes are worked on
     * @param largeMessages where large messages are unpacked and read
     * @param volume is told the size of each message, in bytes
     */
    public ConnectionPipeline(
            Authentication authentication,
            TlsPolicy policy,
            Sessions sessions,
            RequestDispatcher dispatcher,
            Executor handshakes,
            Executor largeMessages,
            IntConsumer volume) {
        this.authentication = authentication;
        this.policy = policy;
        this.sessions = sessions;
        this.dispatcher = dispatcher;
        this.handshakes = new Turns(handshakes);
        this.largeMessages = largeMessages;
        this.volume = new MessageVolume(volume);
    }

    @Override
    protected void initChannel(Channel channel) {
        FrameDecoder frames = new FrameDecoder(largeMessages);
        ServerSideCodec messages = new ServerSideCodec(largeMessages);
        channel.pipeline()
                // First, as it concerns the bytes of the network and not their meaning.
                .addLast(new QuickAcknowledgement())
                // Nothing below sees a byte before the peer has proven who it is.
                .addLast(
                        TlsHandler.server(
                                authentication,
                                policy,
                                HANDSHAKE_TIMEOUT,
                                handshakes.of(PeerNetwork.of(channel))))
                .addLast(new NewcomerHandler(newcomers))
                .addLast(new PeerMemoryHandler(memory, frames, messages))
                .addLast(frames)
                .addLast(new FrameEncoder())
                .addLast(new StalledPeerGuard(READ_PATIENCE))
                .addLast(volume)
                .addLast(messages)
                .addLast(new SessionHandler(sessions, dispatcher));
    }
}

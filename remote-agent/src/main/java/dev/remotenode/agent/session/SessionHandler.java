package dev.remotenode.agent.session;

import dev.remotenode.lrmd.frame.FrameException;
import dev.remotenode.lrmd.message.RequestMessage;
import dev.remotenode.lrmd.tls.HandshakeCompletion;
import dev.remotenode.lrmd.tls.HandshakeException;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DecoderException;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last handler of a connection: makes it a session once it is authenticated. */
public final class SessionHandler extends SimpleChannelInboundHandler<RequestMessage> {

    private static final Logger log = LoggerFactory.getLogger(SessionHandler.class);

    private final Sessions sessions;
    private final RequestDispatcher dispatcher;
    private @Nullable Session session;

    public SessionHandler(Sessions sessions, RequestDispatcher dispatcher) {
        super(RequestMessage.class);
        this.sessions = sessions;
        this.dispatcher = dispatcher;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof HandshakeCompletion agreed) {
            log.debug(
                    "Handshake with {}: {}, {} with cipher suite {}",
                    context.channel().remoteAddress(),
                    agreed.peer(),
                    agreed.version(),
                    agreed.cipherSuite());
            agreed.acceptedUntil()
                    .ifPresent(end ->
                            log.warn(
                                    "{} still has the previous key, which is accepted until {}",
                                    context.channel().remoteAddress(),
                                    end.truncatedTo(ChronoUnit.SECONDS)));
            session =
                    new Session(
                            new ChannelOutlet(context.channel(), describe(agreed)),
                            Standing.CLUSTER_NODE);
            sessions.opened(session);
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, RequestMessage message) {
        Session sender = session;
        try {
            if (sender != null) {
                dispatcher.dispatch(sender, message);
            }
        } finally {
            message.release();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        Session paced = session;
        if (paced != null) {
            sessions.paceChanged(paced);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        Session ended = session;
        if (ended != null) {
            EndReason.of(context.channel()).ifPresent(ended::endsBecause);
            sessions.closed(ended);
        }
    }

    private static String describe(HandshakeCompletion agreed) {
        return "%s, %s".formatted(agreed.version(), agreed.peer());
    }

    /** One line for whatever a peer does wrong; only its own connection suffers. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        Object peer = context.channel().remoteAddress();
        switch (cause) {
            case HandshakeException handshake -> {
                if (sessions.refused(
                        ChannelOutlet.place(context.channel()),
                        handshake.failure(),
                        reason(handshake))) {
                    log.warn("TLS handshake with {} failed: {}", peer, handshake.getMessage());
                }
            }
            case FrameException frame -> log.warn("Closing {}: {}", peer, frame.getMessage());
            case DecoderException decoder when decoder.getCause() instanceof FrameException frame ->
                    log.warn("Closing {}: {}", peer, frame.getMessage());
            case IOException io -> log.debug("Connection to {} broke: {}", peer, io.getMessage());
            default -> log.error("Closing {} after an unexpected failure", peer, cause);
        }
        EndReason.note(context.channel(), reason(cause));
        context.close();
    }

    private static String reason(Throwable cause) {
        return String.valueOf(cause.getMessage());
    }
}

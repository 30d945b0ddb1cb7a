package dev.remotenode.lrmd.tls;

import dev.remotenode.lrmd.detour.Detour;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.ScheduledFuture;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts and decrypts one connection.
 *
 * <p>Each buffer written becomes a record of its own (more only beyond 16 KiB), and everything
 * written until a flush leaves in a single write: a C peer needs header and payload of a message in
 * two records, and two writes would cost a delayed acknowledgement.
 *
 * <p>Fires {@link HandshakeCompletion} as a user event; a handshake that fails arrives as a {@link
 * HandshakeException}, after which the connection is closed.
 */
public final class TlsHandler extends ChannelDuplexHandler {

    /**
     * What TLS itself answers, such as to the wish for another handshake, may wait for a peer that
     * does not read; more than this is no accident.
     */
    private static final long UNREAD_ANSWERS = 1024L * 1024;

    private final TlsEngine engine;
    private final Duration handshakeTimeout;
    private final Detour handshakes;
    private final OutgoingRecords outgoing;
    private final Deque<byte[]> unread = new ArrayDeque<>();
    private byte[] incoming = new byte[0];
    private boolean handshaking = true;

    /** Whether this side has ended the connection: what comes still is not looked at. */
    private boolean ended;

    private @Nullable ScheduledFuture<?> deadline;

    private TlsHandler(TlsEngine engine, Duration handshakeTimeout, Executor handshakes) {
        this.engine = engine;
        this.outgoing = new OutgoingRecords(engine);
        this.handshakeTimeout = handshakeTimeout;
        this.handshakes = new Detour(handshakes);
    }

    /** The daemon's side, which shakes hands on the thread of the connection. */
    public static TlsHandler server(Authentication authentication, Duration handshakeTimeout) {
        return server(authentication, TlsPolicy.NORMAL, handshakeTimeout, Runnable::run);
    }

    /**
     * The daemon's side.
     *
     * @param policy what it agrees to
     * @param handshakes where handshakes are worked on: they take milliseconds of computation, and
     *     anybody may ask for them
     */
    public static TlsHandler server(
            Authentication authentication,
            TlsPolicy policy,
            Duration handshakeTimeout,
            Executor handshakes) {
        return new TlsHandler(
                TlsEngine.server(authentication, policy), handshakeTimeout, handshakes);
    }

    /** The cluster node's side. */
    public static TlsHandler client(PeerIdentity identity, Duration handshakeTimeout) {
        return new TlsHandler(TlsEngine.client(identity), handshakeTimeout, Runnable::run);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) throws IOException {
        if (context.channel().isActive()) {
            open(context);
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) throws IOException {
        open(context);
        context.fireChannelActive();
    }

    private void open(ChannelHandlerContext context) throws IOException {
        if (deadline != null) {
            return;
        }
        deadline =
                context.executor()
                        .schedule(
                                () -> giveUp(context),
                                handshakeTimeout.toMillis(),
                                TimeUnit.MILLISECONDS);
        engine.open();
        outgoing.send(context);
    }

    private void giveUp(ChannelHandlerContext context) {
        if (handshaking) {
            fail(
                    context,
                    new HandshakeException(
                            HandshakeFailure.TIMEOUT,
                            "the peer did not finish it within "
                                    + handshakeTimeout.toSeconds()
                                    + " s"));
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        try {
            if (ended) {
                return;
            }
            if (handshaking) {
                unread.add(ByteBufUtil.getBytes(bytes));
                shakeHands(context);
            } else if (!engine.isClosed()) {
                receive(context, bytes);
            }
        } finally {
            bytes.release();
        }
    }

    /** Until it is done with a piece, the engine is another thread's. */
    private void shakeHands(ChannelHandlerContext context) {
        if (handshakes.isUnderWay() || unread.isEmpty()) {
            return;
        }
        byte[] piece = unread.remove();
        handshakes.take(context, () -> take(context, piece), failure -> taken(context, failure));
    }

    private Optional<IOException> take(ChannelHandlerContext context, byte[] piece) {
        try {
            if (context.channel().isOpen()) {
                engine.receive(piece, piece.length);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }

    private void taken(ChannelHandlerContext context, Optional<IOException> failure) {
        if (ended || !context.channel().isOpen()) {
            return;
        }
        if (failure.isPresent()) {
            fail(context, engine.handshakeRecord().explain(failure.get()));
            return;
        }
        passOn(context, engine.hasOutput());
        if (handshaking) {
            shakeHands(context);
        } else {
            receiveUnread(context);
        }
    }

    private void receiveUnread(ChannelHandlerContext context) {
        while (!unread.isEmpty() && !ended && !engine.isClosed()) {
            byte[] piece = unread.remove();
            receive(context, piece, piece.length);
        }
    }

    private void receive(ChannelHandlerContext context, ByteBuf bytes) {
        int length = bytes.readableBytes();
        if (incoming.length < length) {
            incoming = new byte[length];
        }
        bytes.readBytes(incoming, 0, length);
        receive(context, incoming, length);
    }

    private void receive(ChannelHandlerContext context, byte[] bytes, int length) {
        int due = engine.outputBytes();
        try {
            engine.receive(bytes, length);
        } catch (IOException e) {
            fail(context, e);
            return;
        }
        passOn(context, engine.outputBytes() > due);
    }

    /** Whatever the engine has made of what it has received. */
    private void passOn(ChannelHandlerContext context, boolean answered) {
        if (answered && context.channel().bytesBeforeWritable() > UNREAD_ANSWERS) {
            fail(context, new IOException("it does not read what TLS answers"));
            return;
        }
        outgoing.flush(context);
        if (handshaking && !engine.isHandshaking()) {
            complete(context);
        }
        if (engine.hasReceived()) {
            context.fireChannelRead(engine.received(context.alloc()));
        }
        if (engine.isClosed()) {
            context.close();
        }
    }

    private void complete(ChannelHandlerContext context) {
        handshaking = false;
        cancelDeadline();
        engine.handshakeRecord().completion().ifPresent(context::fireUserEventTriggered);
    }

    /** Sends the alert that the engine may have left, then closes. */
    private void fail(ChannelHandlerContext context, Throwable cause) {
        ended = true;
        cancelDeadline();
        context.fireExceptionCaught(cause);
        sayGoodbye(context);
        context.close();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        outgoing.write(context, (ByteBuf) message, promise);
    }

    @Override
    public void flush(ChannelHandlerContext context) {
        outgoing.flush(context);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (context.channel().isWritable() && !handshakes.isUnderWay()) {
            outgoing.send(context);
        }
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        cancelDeadline();
        sayGoodbye(context);
        ended = true;
        context.close(promise);
    }

    /** Does not wait until the peer has read it: one that reads nothing could not be got rid of. */
    private void sayGoodbye(ChannelHandlerContext context) {
        if (handshakes.isUnderWay()) {
            return;
        }
        try {
            engine.close();
        } catch (IOException e) {
            // The connection is ended anyway: the peer just does not hear it from TLS.
            ended = true;
        }
        outgoing.send(context);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancelDeadline();
        if (handshaking && !ended) {
            context.fireExceptionCaught(
                    new HandshakeException(
                            HandshakeFailure.CLOSED,
                            "the peer closed the connection before it was finished"));
        }
        context.fireChannelInactive();
    }

    private void cancelDeadline() {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }
}

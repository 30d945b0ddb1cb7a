package dev.remotenode.lrmd.message;

import dev.remotenode.lrmd.detour.Detour;
import dev.remotenode.lrmd.detour.ReadingPause;
import dev.remotenode.lrmd.detour.Turn;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToMessageCodec;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The daemon's end: payloads come in as {@link RequestMessage}s, to be {@link
 * RequestMessage#release released} by who takes them, and {@link ServerMessage}s go out.
 *
 * <p>An unreadable payload is logged and dropped without an answer, as by Pacemaker; the connection
 * goes on. One that is too much to read is a {@link Request.Excessive}, unless nobody waits for an
 * answer.
 */
public final class ServerSideCodec extends MessageToMessageCodec<ByteBuf, ServerMessage> {

    private static final Logger log = LoggerFactory.getLogger(ServerSideCodec.class);

    /** What is larger is read elsewhere: the largest take a quarter of a second. */
    private static final int QUICKLY_READ = 64 * 1024;

    /** Of one connection. Who sends more of them would fill the log, and nothing else. */
    private static final int MOST_TOLD = 20;

    private final Detour reading;
    private final Turn turn = new Turn();
    private final Deque<ByteBuf> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private int unreadable;

    /** Reads everything at once. */
    public ServerSideCodec() {
        this(Runnable::run);
    }

    /**
     * Keeps the order of messages.
     *
     * @param large where large messages are read
     */
    public ServerSideCodec(Executor large) {
        super(ByteBuf.class, ServerMessage.class);
        reading = new Detour(large);
    }

    /** How much waits to be read or is being read, in bytes. */
    public int unread() {
        return waitingBytes;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf payload, List<Object> out) {
        waiting.add(payload.retain());
        waitingBytes += payload.readableBytes();
        readNext(context);
    }

    private void readNext(ChannelHandlerContext context) {
        while (!reading.isUnderWay() && !turn.isAwaited() && !waiting.isEmpty()) {
            if (turn.isOver(context)) {
                turn.await(context, () -> readNext(context));
                return;
            }
            turn.count();
            ByteBuf payload = waiting.remove();
            int size = payload.readableBytes();
            if (isLarge(payload)) {
                reading.take(
                        context,
                        () -> read(payload),
                        received -> {
                            passOn(context, received, size);
                            readNext(context);
                        });
            } else {
                passOn(context, read(payload), size);
            }
        }
    }

    /** What has come of a payload. */
    private sealed interface Received {
        record Message(RequestMessage message) implements Received {}

        /** If somebody waits for an answer, there is something to be refused. */
        record Unreadable(MalformedMessageException cause, Optional<RequestMessage> refused)
                implements Received {}
    }

    private static boolean isLarge(ByteBuf payload) {
        return payload.readableBytes() > QUICKLY_READ;
    }

    private static Received read(ByteBuf payload) {
        try {
            return new Received.Message(
                    isLarge(payload)
                            ? readInPlace(payload)
                            : RequestCodec.read(Documents.read(payload)));
        } catch (ExcessiveMessageException e) {
            return new Received.Unreadable(e, RequestCodec.readExcessive(e));
        } catch (MalformedMessageException e) {
            return new Received.Unreadable(e, Optional.empty());
        } finally {
            payload.release();
        }
    }

    /** Without a copy, which would be of megabytes, and garbage before long. */
    private static RequestMessage readInPlace(ByteBuf payload) throws MalformedMessageException {
        RequestMessage message = RequestCodec.read(Documents.readInPlace(payload));
        message.retain();
        return message;
    }

    private void passOn(ChannelHandlerContext context, Received received, int size) {
        waitingBytes -= size;
        boolean isHeard = context.channel().isOpen();
        switch (received) {
            case Received.Message(RequestMessage message) when isHeard ->
                    context.fireChannelRead(message);
            case Received.Message(RequestMessage message) -> message.release();
            case Received.Unreadable unreadable when isHeard -> {
                tell(context, unreadable);
                unreadable.refused().ifPresent(context::fireChannelRead);
            }
            case Received.Unreadable _ -> {}
        }
    }

    private void tell(ChannelHandlerContext context, Received.Unreadable message) {
        unreadable++;
        if (unreadable <= MOST_TOLD) {
            log.warn(
                    "{} a message from {}{}: {}",
                    message.refused().isPresent() ? "Refusing" : "Ignoring",
                    context.channel().remoteAddress(),
                    unreadable == MOST_TOLD ? ", and more such ones in silence" : "",
                    message.cause().getMessage());
        }
    }

    /** The superclass would have more read, although that has been stopped. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws Exception {
        if (ReadingPause.of(context.channel()).isWanted()) {
            context.fireChannelReadComplete();
        } else {
            turn.rest(context);
            super.channelReadComplete(context);
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        waiting.forEach(ByteBuf::release);
        waiting.clear();
    }

    @Override
    protected void encode(ChannelHandlerContext context, ServerMessage message, List<Object> out) {
        ByteBuf payload = context.alloc().buffer();
        Documents.write(ServerDocuments.element(message), payload);
        out.add(payload);
    }
}

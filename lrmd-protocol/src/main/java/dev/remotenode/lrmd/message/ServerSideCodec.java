package dev.remotenode.lrmd.message;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToMessageCodec;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The daemon's end: payloads come in as {@link RequestMessage}s, {@link ServerMessage}s go out.
 *
 * <p>An unreadable payload is logged and dropped without an answer, as by Pacemaker; the connection
 * goes on.
 */
public final class ServerSideCodec extends MessageToMessageCodec<ByteBuf, ServerMessage> {

    private static final Logger log = LoggerFactory.getLogger(ServerSideCodec.class);

    public ServerSideCodec() {
        super(ByteBuf.class, ServerMessage.class);
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf payload, List<Object> out) {
        try {
            out.add(RequestCodec.read(Documents.read(payload)));
        } catch (MalformedMessageException e) {
            log.warn(
                    "Ignoring a message from {}: {}",
                    context.channel().remoteAddress(),
                    e.getMessage());
        }
    }

    @Override
    protected void encode(ChannelHandlerContext context, ServerMessage message, List<Object> out) {
        ByteBuf payload = context.alloc().buffer();
        Documents.write(ServerDocuments.element(message), payload);
        out.add(payload);
    }
}

package dev.remotenode.lrmd.message;

import dev.remotenode.lrmd.xml.Element;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToMessageCodec;
import java.util.List;

/** The cluster node's end: {@link RequestMessage}s go out, {@link ServerMessage}s come in. */
public final class ClientSideCodec extends MessageToMessageCodec<ByteBuf, RequestMessage> {

    public ClientSideCodec() {
        super(ByteBuf.class, RequestMessage.class);
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf payload, List<Object> out)
            throws MalformedMessageException {
        Element root = Documents.read(payload);
        out.add(
                switch (root.attribute(Vocabulary.MESSAGE_TYPE).orElse("")) {
                    case Vocabulary.TYPE_REPLY -> ReplyCodec.read(root);
                    case Vocabulary.TYPE_NOTIFY -> NotificationCodec.read(root);
                    default ->
                            throw new MalformedMessageException("neither reply nor notification");
                });
    }

    @Override
    protected void encode(ChannelHandlerContext context, RequestMessage message, List<Object> out) {
        ByteBuf payload = context.alloc().buffer();
        Documents.write(RequestCodec.write(message), payload);
        out.add(payload);
    }
}

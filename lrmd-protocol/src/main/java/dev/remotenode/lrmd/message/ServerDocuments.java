package dev.remotenode.lrmd.message;

import dev.remotenode.lrmd.xml.Element;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** The daemon's messages as XML documents, for clients that come another way than over TLS. */
public final class ServerDocuments {

    private ServerDocuments() {}

    /**
     * Reads a request.
     *
     * @param messageId its number, which this transport keeps outside of the document
     * @throws MalformedMessageException if it is no XML
     */
    public static RequestMessage readRequest(byte[] document, int messageId)
            throws MalformedMessageException {
        RequestMessage message =
                RequestCodec.read(Documents.read(Unpooled.wrappedBuffer(document)));
        return new RequestMessage(messageId, message.clientName(), message.request());
    }

    /** Writes a reply or a notification, into memory that nobody has to release. */
    public static ByteBuf write(ServerMessage message) {
        ByteBuf document = Unpooled.buffer();
        Documents.write(element(message), document);
        return document;
    }

    static Element element(ServerMessage message) {
        return switch (message) {
            case Reply reply -> ReplyCodec.write(reply);
            case Notification notification -> NotificationCodec.write(notification);
        };
    }
}

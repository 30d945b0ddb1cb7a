package dev.remotenode.lrmd.message;

import dev.remotenode.fuzz.Claim;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.Optional;

/**
 * A document that should be a request: it is understood or refused; and what was understood is
 * understood as the same when it is written and read again, as when its parameters are echoed.
 */
public final class RequestTarget {

    private static final int MESSAGE_ID = 7;

    private RequestTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        read(input)
                .ifPresent(message -> {
                    // What XML forbids is replaced when it is written, so the second time counts.
                    RequestMessage once = reread(message);
                    Claim.same(
                            once,
                            reread(once),
                            "a request is the same when it is written and read");
                    Claim.same(
                            message.request().getClass(),
                            once.request().getClass(),
                            "a request stays what it is");
                });
    }

    static RequestMessage reread(RequestMessage message) {
        ByteBuf out = Unpooled.buffer();
        Documents.write(RequestCodec.write(message), out);
        return read(ByteBufUtil.getBytes(out))
                .orElseThrow(() -> new AssertionError("what we write cannot be read: " + message));
    }

    private static Optional<RequestMessage> read(byte[] document) {
        try {
            return Optional.of(ServerDocuments.readRequest(document, MESSAGE_ID));
        } catch (MalformedMessageException e) {
            return Optional.empty();
        }
    }
}

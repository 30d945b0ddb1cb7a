package dev.remotenode.agent.ipc;

import dev.remotenode.fuzz.Claim;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a local program says first, in libqb's form: understood only if it has that form exactly.
 */
public final class HandshakeTarget {

    private HandshakeTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        ByteBuf bytes = Unpooled.wrappedBuffer(Arrays.copyOf(input, HandshakeRequest.SIZE));
        Optional<HandshakeRequest> request = HandshakeRequest.read(bytes);
        boolean known = Native.getInt(bytes, 0) == -1 && Native.getInt(bytes, 8) == 24;
        Claim.same(known, request.isPresent(), "a request has its mark and its size");
        request.ifPresent(asked -> {
            Claim.that(asked.largestMessage() >= 0, "no size is negative");
            Claim.that(asked.largestMessage() <= 0xFFFF_FFFFL, "no size is more than was said");
        });
    }
}

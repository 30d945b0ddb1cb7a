package dev.remotenode.lrmd.frame;

import dev.remotenode.fuzz.Allocation;
import dev.remotenode.fuzz.Claim;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The bytes of a connection, as they may come from the network: what is read of them does not
 * depend on where they are cut, and takes no more memory than was paid for with bytes.
 */
public final class FrameStreamTarget {

    /** Of bz2, every byte that was sent may stand for so many, and a block needs tables. */
    private static final long MEMORY_FOR_A_COMPRESSED_FRAME = 64 << 20;

    /** To make one takes longer than what it is needed for. */
    private static final EmbeddedChannel CHANNEL = new EmbeddedChannel();

    private FrameStreamTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        long frames = input.length / FrameHeader.SIZE;
        Decoded whole =
                Allocation.claimAtMost(
                        64L * input.length + frames * MEMORY_FOR_A_COMPRESSED_FRAME,
                        () -> decode(input, input.length));
        Claim.that(whole.payloads.size() <= frames, "every frame has a header");
        int somewhere = Math.floorMod(Arrays.hashCode(input), input.length + 1);
        Claim.same(whole, decode(input, somewhere), "frames are the same wherever they are cut");
    }

    /**
     * What came of a stream.
     *
     * @param payloads with a character for each byte
     * @param failures what was said about it, at most once
     */
    record Decoded(List<String> payloads, List<String> failures) {}

    static Decoded decode(byte[] input, int cut) {
        FrameDecoder decoder = new FrameDecoder();
        CHANNEL.pipeline().addLast(decoder);
        List<String> failures = new ArrayList<>();
        write(input, 0, cut, failures);
        write(input, cut, input.length, failures);
        Claim.that(failures.size() <= 1, "a stream is refused once");
        List<String> payloads = new ArrayList<>();
        for (ByteBuf read = CHANNEL.readInbound(); read != null; read = CHANNEL.readInbound()) {
            payloads.add(read.toString(StandardCharsets.ISO_8859_1));
            read.release();
        }
        CHANNEL.pipeline().remove(decoder);
        // What the decoder had not finished.
        CHANNEL.releaseInbound();
        return new Decoded(payloads, failures);
    }

    private static void write(byte[] input, int from, int to, List<String> failures) {
        try {
            // A copy, as decoders move what is left to the front of their buffer.
            CHANNEL.writeInbound(Unpooled.copiedBuffer(input, from, to - from));
        } catch (FrameException e) {
            failures.add(String.valueOf(e.getMessage()));
        }
    }
}

package dev.remotenode.lrmd.frame;

import dev.remotenode.fuzz.Choices;
import dev.remotenode.fuzz.Claim;
import dev.remotenode.fuzz.Compressed;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Frames whose headers are consistent, of both byte orders, plain and compressed in both manners;
 * in the last of them a field of the header may be another one. All that are right come out as they
 * went in, and what comes after one that is wrong is not looked at.
 */
public final class BuiltFramesTarget {

    private static final int MOST_FRAMES = 4;

    /** The fields that a receiver must look at: magic, total, offset, compressed, plain size. */
    private static final List<Integer> FIELDS_THAT_COUNT = List.of(0, 24, 28, 32, 36);

    private BuiltFramesTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Choices choices = new Choices(input);
        ByteBuf stream = Unpooled.buffer();
        List<String> expected = new ArrayList<>();
        for (int frames = 1 + choices.below(MOST_FRAMES); frames > 0; frames--) {
            Built built = frame(choices);
            stream.writeBytes(built.bytes);
            expected.add(new String(withoutNul(built.payload), StandardCharsets.ISO_8859_1));
        }
        boolean damaged = choices.yes();
        if (damaged) {
            stream.writeBytes(damagedFrame(choices));
        }
        byte[] bytes = ByteBufUtil.getBytes(stream);
        int cut = Math.floorMod(choices.number(), bytes.length + 1);
        FrameStreamTarget.Decoded decoded = FrameStreamTarget.decode(bytes, cut);
        int sound = Math.min(expected.size(), decoded.payloads().size());
        Claim.same(
                expected, decoded.payloads().subList(0, sound), "frames come out as they went in");
        if (!damaged) {
            Claim.same(List.of(), decoded.failures(), "what is right is not refused");
            Claim.same(expected.size(), decoded.payloads().size(), "nothing is made up");
        }
    }

    /** A frame and what should come out of it. */
    @SuppressWarnings("ArrayRecordComponent") // it is handed on, never compared
    private record Built(byte[] bytes, byte[] payload) {}

    private static Built frame(Choices choices) {
        ByteOrder order = choices.yes() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return switch (choices.below(128)) {
            case 0 -> compressed(order, Compressed.sample(choices), false);
            case 1 -> compressed(order, Compressed.sample(choices), true);
            default -> plain(order, choices.bytes());
        };
    }

    private static Built plain(ByteOrder order, byte[] payload) {
        return new Built(frame(order, payload.length, 0, payload.length, payload), payload);
    }

    private static Built compressed(ByteOrder order, Compressed payload, boolean countsBoth) {
        byte[] packed = payload.packed();
        int size = payload.plain().length;
        int carried = packed.length + (countsBoth ? size : 0);
        return new Built(frame(order, carried, packed.length, size, packed), payload.plain());
    }

    private static byte[] damagedFrame(Choices choices) {
        byte[] frame = frame(choices).bytes;
        int field = choices.oneOf(FIELDS_THAT_COUNT);
        ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).putInt(field, choices.number());
        return frame;
    }

    private static byte[] frame(
            ByteOrder order, int carried, int compressed, int plain, byte[] content) {
        byte[] frame = new byte[FrameHeader.SIZE + carried];
        ByteBuffer.wrap(frame)
                .order(order)
                .putInt(0xBADADBBD)
                .putInt(1)
                .putLong(7)
                .putLong(0)
                .putInt(frame.length)
                .putInt(FrameHeader.SIZE)
                .putInt(compressed)
                .putInt(plain)
                .put(content);
        return frame;
    }

    private static byte[] withoutNul(byte[] payload) {
        boolean terminated = payload.length > 0 && payload[payload.length - 1] == 0;
        return terminated ? Arrays.copyOf(payload, payload.length - 1) : payload;
    }
}

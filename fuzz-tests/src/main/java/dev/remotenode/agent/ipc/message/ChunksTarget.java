package dev.remotenode.agent.ipc.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.remotenode.agent.ipc.ring.Chunk;
import dev.remotenode.fuzz.Allocation;
import dev.remotenode.fuzz.Choices;
import dev.remotenode.fuzz.Claim;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Chunks that a local program puts into its ring, with headers of both layouts that may have any
 * number in any field: messages come out of them or the connection ends, what is kept of unfinished
 * ones is bounded, and what this side writes it reads as the same.
 */
public final class ChunksTarget {

    private static final MessageLimits LIMITS = new MessageLimits(128 * 1024, 3000);
    private static final int MOST_CHUNKS = 5;
    private static final int MOST_CHANGES = 3;

    private ChunksTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Choices choices = new Choices(input);
        switch (choices.below(3)) {
            case 0 -> received(built(choices));
            case 1 -> written(choices);
            default -> received(List.of(choices.rest()));
        }
    }

    private static List<byte[]> built(Choices choices) {
        List<byte[]> chunks = new ArrayList<>();
        boolean older = choices.yes();
        for (int count = 1 + choices.below(MOST_CHUNKS); count > 0; count--) {
            chunks.add(chunk(older, choices));
        }
        return chunks;
    }

    private static void received(List<byte[]> chunks) {
        long sent = chunks.stream().mapToLong(chunk -> chunk.length).sum();
        List<Received> received = Allocation.claimAtMost(64 * sent, () -> read(chunks));
        for (Received one : received) {
            switch (one) {
                case Received.Unfinished _ -> {}
                case Received.Whole whole ->
                        Claim.that(whole.payload().length <= sent, "nothing is made up");
                case Received.Packed packed -> unpack(packed);
            }
        }
    }

    private static List<Received> read(List<byte[]> chunks) {
        List<Received> received = new ArrayList<>();
        try {
            Dialect dialect = Dialect.of(chunks.getFirst(), LIMITS);
            for (byte[] chunk : chunks) {
                received.add(dialect.read(chunk));
                Claim.that(
                        dialect.unfinished() <= LIMITS.message(),
                        "what is kept of an unfinished message is bounded");
            }
        } catch (MessageException e) {
            // So the connection ends here.
        }
        return received;
    }

    private static void unpack(Received.Packed packed) {
        Claim.that(packed.size() <= LIMITS.message(), "what is unpacked is bounded");
        try {
            Claim.same(
                    packed.size() - 1,
                    packed.unpack().payload().length,
                    "what is unpacked has the announced size");
        } catch (MessageException e) {
            // So the connection ends here.
        }
    }

    /** A header as a tool of that time writes it; some fields of which may be others. */
    private static byte[] chunk(boolean older, Choices choices) {
        byte[] text = choices.bytes();
        byte[] chunk = Arrays.copyOf(new byte[HeaderFields.SIZE], HeaderFields.SIZE + text.length);
        System.arraycopy(text, 0, chunk, HeaderFields.SIZE, text.length);
        ByteBuffer header =
                HeaderFields.begin(chunk, choices.octet(), chunk.length).putInt(24, text.length);
        if (older) {
            header.put(36, HeaderFields.VERSION);
        } else {
            header.put(32, HeaderFields.VERSION);
            header.putInt(28, choices.oneOf(List.of(0, 0x80000, 0x180000, 0x100000)));
            header.putShort(34, (short) choices.below(MOST_CHUNKS));
        }
        for (int changes = choices.below(MOST_CHANGES); changes > 0; changes--) {
            int field = choices.oneOf(List.of(0, 8, 24, 28, 32, 36));
            header.order(ByteOrder.nativeOrder()).putInt(field, choices.number());
        }
        return chunk;
    }

    private static void written(Choices choices) {
        boolean older = choices.yes();
        Dialect writer = older ? new CompressingDialect(LIMITS) : new MultipartDialect(LIMITS);
        int id = choices.number();
        byte[] payload = choices.rest();
        switch (writer.write(id, 0, Unpooled.wrappedBuffer(payload))) {
            case Encoded.Ready ready -> {
                List<byte[]> chunks = ready.chunks().stream().map(ChunksTarget::bytes).toList();
                Claim.same(
                        Optional.of(new String(payload, ISO_8859_1)),
                        whole(read(chunks), id),
                        "what is written is read as the same");
            }
            case Encoded.Oversize _ -> Claim.that(false, "this is no large message");
        }
    }

    private static Optional<String> whole(List<Received> received, int id) {
        return received.size() == 1
                        && received.getFirst() instanceof Received.Whole whole
                        && whole.id() == id
                ? Optional.of(new String(whole.payload(), ISO_8859_1))
                : Optional.empty();
    }

    private static byte[] bytes(Chunk chunk) {
        byte[] bytes = Arrays.copyOf(chunk.header(), chunk.size());
        chunk.body().getBytes(0, bytes, chunk.header().length, chunk.body().readableBytes());
        return bytes;
    }
}

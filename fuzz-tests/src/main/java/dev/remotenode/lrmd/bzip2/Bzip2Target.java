package dev.remotenode.lrmd.bzip2;

import dev.remotenode.fuzz.Allocation;
import dev.remotenode.fuzz.Choices;
import dev.remotenode.fuzz.Claim;
import dev.remotenode.fuzz.Compressed;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.Optional;

/**
 * A compressed message, of which some bytes may be others, or any bytes at all: it inflates to the
 * announced size or is refused, to what it was made of unless it was changed, and takes no more
 * memory than its blocks, whatever was announced.
 */
public final class Bzip2Target {

    private static final int MOST_CHANGES = 4;

    /** The tables of the largest block, some times over. */
    private static final long MEMORY_FOR_A_STREAM = 24 << 20;

    /** The place of the digit that says how large blocks may be. */
    private static final int BLOCK_SIZE_AT = 3;

    /** One input of so many has tables of the size it asks for. */
    private static final int LARGE_TABLES = 16;

    private Bzip2Target() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Choices choices = new Choices(input);
        if (choices.yes()) {
            changed(choices);
        } else {
            anything(choices);
        }
    }

    private static void changed(Choices choices) {
        Compressed sample = Compressed.sample(choices);
        byte[] packed = sample.packed().clone();
        for (int changes = choices.below(MOST_CHANGES); changes > 0; changes--) {
            int at = (choices.octet() << 8 | choices.octet()) % packed.length;
            packed[at] = (byte) choices.octet();
        }
        Optional<ByteBuf> inflated = inflate(packed, sample.plain().length);
        if (Arrays.equals(packed, sample.packed())) {
            Claim.same(
                    Optional.of(Unpooled.wrappedBuffer(sample.plain())),
                    inflated,
                    "what went in comes out");
        }
    }

    private static void anything(Choices choices) {
        int announced = choices.number() & 0x7FF_FFFF;
        byte[] packed = withSmallTables(choices.rest());
        var _ =
                Allocation.claimAtMost(
                        MEMORY_FOR_A_STREAM * (1 + packed.length / 20),
                        () -> inflate(packed, announced));
    }

    /**
     * Nine times smaller for most inputs, as clearing the tables takes nearly all of the time: no
     * choice of its own, which would give another meaning to the inputs that are kept.
     */
    private static byte[] withSmallTables(byte[] packed) {
        if (packed.length > BLOCK_SIZE_AT
                && packed[BLOCK_SIZE_AT] >= '1'
                && packed[BLOCK_SIZE_AT] <= '9'
                && Math.floorMod(Arrays.hashCode(packed), LARGE_TABLES) != 0) {
            packed[BLOCK_SIZE_AT] = '1';
        }
        return packed;
    }

    private static Optional<ByteBuf> inflate(byte[] packed, int size) {
        try {
            ByteBuf inflated = Bzip2Inflater.inflate(Unpooled.wrappedBuffer(packed), size);
            Claim.same(size, inflated.readableBytes(), "the announced size comes out");
            return Optional.of(inflated);
        } catch (Bzip2Exception e) {
            return Optional.empty();
        }
    }
}

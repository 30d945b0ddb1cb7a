package dev.remotenode.lrmd.xml;

import dev.remotenode.fuzz.Allocation;
import dev.remotenode.fuzz.Claim;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.Optional;

/**
 * A document: what is read of it is written and read again as the same, whoever reads leniently
 * reads what is strictly right as it is, and depth and memory are bounded.
 */
public final class XmlTarget {

    private static final int MAX_DEPTH = 256;

    /** An empty element of four bytes becomes a handful of objects. */
    private static final long MEMORY_PER_BYTE = 200;

    private XmlTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Optional<Element> lenient =
                Allocation.claimAtMost(
                        MEMORY_PER_BYTE * input.length,
                        () -> read(input, Tolerance.DAMAGED_VALUES));
        Optional<Element> strict = read(input, Tolerance.STRICT);
        strict.ifPresent(element -> {
            Claim.that(lenient.isPresent(), "who is lenient reads what is strictly right");
            if (isOneLine(input)) {
                Claim.same(strict, lenient, "both read the same");
            }
        });
        lenient.ifPresent(XmlTarget::claimRoundTrip);
    }

    private static void claimRoundTrip(Element element) {
        Claim.that(Size.of(element).depth() <= MAX_DEPTH, "the depth is bounded");
        // Characters that XML forbids are replaced when they are written, so the second time
        // counts.
        Element once = reread(element);
        Claim.same(once, reread(once), "what is written is read back");
        Claim.same(element.name(), once.name(), "names stay");
        Claim.same(
                element.attributes().sequencedKeySet().stream().toList(),
                once.attributes().sequencedKeySet().stream().toList(),
                "names of attributes stay");
    }

    private static Element reread(Element element) {
        ByteBuf out = Unpooled.buffer();
        XmlWriter.write(element, out);
        return read(ByteBufUtil.getBytes(out), Tolerance.STRICT).orElseThrow();
    }

    private static Optional<Element> read(byte[] input, Tolerance tolerance) {
        try {
            return Optional.of(XmlReader.read(input, tolerance));
        } catch (XmlException e) {
            return Optional.empty();
        }
    }

    /** Line ends and tabs in values are blanks for who is strict, and themselves for who is not. */
    private static boolean isOneLine(byte[] input) {
        for (byte each : input) {
            if (each == '\n' || each == '\r' || each == '\t') {
                return false;
            }
        }
        return true;
    }
}

package dev.remotenode.lrmd.xml;

import dev.remotenode.fuzz.Choices;
import dev.remotenode.fuzz.Claim;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * A document in pieces, of which little is read, as large requests come: where it is cut changes
 * nothing, and bounds only take away.
 */
public final class BoundedXmlTarget {

    /** Without any but that of recursion. */
    private static final Bounds WIDEST =
            new Bounds(Bounds.ORDINARY.depth(), Integer.MAX_VALUE, Integer.MAX_VALUE);

    private BoundedXmlTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Choices choices = new Choices(input);
        Tolerance tolerance = choices.yes() ? Tolerance.STRICT : Tolerance.DAMAGED_VALUES;
        Bounds bounds = new Bounds(choices.below(16), choices.octet(), 4 * choices.octet());
        int first = choices.octet();
        int second = choices.octet();
        byte[] document = choices.rest();

        Read whole = read(Unpooled.wrappedBuffer(document), tolerance, bounds);
        Claim.same(
                whole,
                read(inPieces(document, first, second), tolerance, bounds),
                "a document is the same wherever it is cut");
        Read unbounded = read(Unpooled.wrappedBuffer(document), tolerance, WIDEST);
        switch (whole) {
            case Whole(Element element) -> {
                Claim.same(whole, unbounded, "what is within bounds is read as without");
                claimWithin(bounds, Size.of(element));
                claimRoot(element, document, tolerance, bounds);
            }
            case TooMuch _ ->
                    Claim.that(
                            !(unbounded instanceof Whole(Element element))
                                    || !isFarWithin(bounds, Size.of(element), document.length),
                            "only what is too much is called so");
            case Damaged _ ->
                    Claim.that(
                            unbounded instanceof Damaged,
                            "what is damaged within bounds is damaged without");
        }
    }

    /** What came of a document. */
    private sealed interface Read {}

    private record Whole(Element element) implements Read {}

    private record TooMuch(String why) implements Read {}

    private record Damaged(String why) implements Read {}

    private static Read read(ByteBuf document, Tolerance tolerance, Bounds bounds) {
        try {
            return new Whole(XmlReader.read(document, tolerance, bounds, XmlReader.NO_CARRIER));
        } catch (XmlException e) {
            String why = String.valueOf(e.getMessage());
            return e.isBeyondBounds() ? new TooMuch(why) : new Damaged(why);
        }
    }

    private static ByteBuf inPieces(byte[] document, int first, int second) {
        int begin = Math.min(first, document.length);
        int end = Math.min(begin + second, document.length);
        return Unpooled.wrappedBuffer(
                Unpooled.wrappedBuffer(document, 0, begin),
                Unpooled.wrappedBuffer(document, begin, end - begin),
                Unpooled.wrappedBuffer(document, end, document.length - end));
    }

    private static void claimWithin(Bounds bounds, Size size) {
        Claim.that(size.depth() <= bounds.depth(), "the depth is bounded");
        Claim.that(size.nodes() <= bounds.nodes(), "elements and attributes are bounded");
        // A character is at least a byte.
        Claim.that(size.characters() <= bounds.textBytes(), "names and values are bounded");
    }

    /** Whoever may have the whole may have the first tag. */
    private static void claimRoot(
            Element element, byte[] document, Tolerance tolerance, Bounds bounds) {
        try {
            Element root = XmlReader.readRoot(Unpooled.wrappedBuffer(document), tolerance, bounds);
            Claim.same(element.name(), root.name(), "the root has the name of the whole");
            Claim.same(element.attributes(), root.attributes(), "and the attributes of the whole");
        } catch (XmlException e) {
            throw new AssertionError("what is read as a whole has no root", e);
        }
    }

    /** Text is also what is not kept, such as names of closing tags, and references count twice. */
    private static boolean isFarWithin(Bounds bounds, Size size, int length) {
        return size.depth() <= bounds.depth()
                && size.nodes() <= bounds.nodes()
                && 2L * length <= bounds.textBytes();
    }
}

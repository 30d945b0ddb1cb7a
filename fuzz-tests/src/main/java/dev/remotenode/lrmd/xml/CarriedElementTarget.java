package dev.remotenode.lrmd.xml;

import dev.remotenode.fuzz.Allocation;
import dev.remotenode.fuzz.Claim;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a local user wants to be carried to the cluster: if it is let through, then the library that
 * reads it there finds exactly one element in the envelope, and the envelope as it was.
 */
public final class CarriedElementTarget {

    private static final byte[] BEFORE =
            "<lrmd_ipc_proxy lrmd_ipc_user=\"nobody\"><lrmd_ipc_msg>"
                    .getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AFTER =
            "</lrmd_ipc_msg></lrmd_ipc_proxy>".getBytes(StandardCharsets.US_ASCII);
    private static final long MEMORY_PER_BYTE = 400;

    private CarriedElementTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (Allocation.claimAtMost(MEMORY_PER_BYTE * input.length, () -> isAccepted(input))) {
            Claim.that(ourReaderFindsIt(input), "our own reader finds the envelope as it was");
            Libxml2.find()
                    .ifPresent(libxml2 ->
                            Claim.same(
                                    Optional.of(1L),
                                    libxml2.grandchildren(enveloped(input)),
                                    "libxml2 finds one element in the envelope"));
        }
    }

    private static boolean isAccepted(byte[] input) {
        try {
            return CarriedElement.verified(input).length() == input.length;
        } catch (XmlException e) {
            return false;
        }
    }

    private static boolean ourReaderFindsIt(byte[] input) {
        try {
            Element envelope =
                    XmlReader.read(
                            Unpooled.wrappedBuffer(enveloped(input)),
                            Tolerance.STRICT,
                            Bounds.ORDINARY,
                            "lrmd_ipc_msg");
            return envelope.attribute("lrmd_ipc_user").equals(Optional.of("nobody"))
                    && envelope.children().size() == 1
                    && envelope.children()
                            .getFirst()
                            .carried()
                            .equals(Optional.of(CarriedElement.verified(input)));
        } catch (XmlException e) {
            return false;
        }
    }

    private static byte[] enveloped(byte[] input) {
        byte[] document = new byte[BEFORE.length + input.length + AFTER.length];
        System.arraycopy(BEFORE, 0, document, 0, BEFORE.length);
        System.arraycopy(input, 0, document, BEFORE.length, input.length);
        System.arraycopy(AFTER, 0, document, BEFORE.length + input.length, AFTER.length);
        return document;
    }
}

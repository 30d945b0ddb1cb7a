package dev.remotenode.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lab.wire.Frame;
import dev.remotenode.lab.wire.RecordPeer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who has the key but not the manners loses his own connection, if any. */
@ConformanceTest
class MisbehavingPeerIT {
    private static final String STALLS =
            "2.1.5 serves nobody until the rest comes, or for a minute";
    private static final String DOES_NOT_CHECK = "2.1.5 believes any size";
    private static final Frame POKE =
            Frame.around("<lrmd_command t='lrmd' lrmd_op='lrmd_rsc_poke' lrmd_remote_msg_id='3'/>");

    @ParameterizedTest
    @CsvSource({"1", "20", "39", "40", "60"})
    @BeyondReference(STALLS)
    void disturbsNobodyByPartOfAMessage(int length, StandaloneNode node) {
        try (Bystander bystander = new Bystander(node);
                RecordPeer peer = node.connectForRecords()) {
            byte[] whole = POKE.bytes();
            peer.send(Arrays.copyOf(whole, length));
            bystander.assertServed();

            peer.send(Arrays.copyOfRange(whole, length, whole.length));
            assertAnswered(peer);
        }
    }

    @Test
    @BeyondReference(STALLS)
    void disturbsNobodyByItsSlowness(StandaloneNode node) {
        try (Bystander bystander = new Bystander(node);
                RecordPeer peer = node.connectForRecords()) {
            byte[] whole = POKE.bytes();
            for (int i = 0; i < whole.length; i++) {
                peer.send(new byte[] {whole[i]});
                if (i % 16 == 0) {
                    bystander.assertServed();
                }
            }
            assertAnswered(peer);
        }
    }

    @Test
    @BeyondReference(STALLS)
    void mayLeaveInAMessage(StandaloneNode node) {
        try (Bystander bystander = new Bystander(node)) {
            try (RecordPeer peer = node.connectForRecords()) {
                peer.send(POKE.header());
                bystander.assertServed();
            }
            bystander.assertServed();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2147483647, 40, 0, 2147483607, total size",
        "20971521, 40, 0, 20971481, total size",
        "-1, 40, 0, 10, total size",
        "39, 40, 0, -1, total size",
        "50, 40, 0, -10, uncompressed size",
        "50, 40, -1, 10, compressed size",
        "50, 40, 10, 2147483647, uncompressed size",
        "50, 40, 0, 11, sizes disagree",
        "50, 41, 0, 10, payload offset",
        "50, -40, 0, 10, payload offset",
        "50, 40, 10, 10, bz2",
    })
    @BeyondReference(DOES_NOT_CHECK)
    void isShownTheDoorForSizesThatCannotBe(
            int total,
            int offset,
            int compressed,
            int uncompressed,
            String logged,
            StandaloneNode node) {
        Warnings warnings = new Warnings(node);
        try (Bystander bystander = new Bystander(node);
                RecordPeer peer = node.connectForRecords()) {
            peer.send(
                    Frame.around("123456789")
                            .claiming(new Frame.Sizes(total, offset, compressed, uncompressed)));

            peer.awaitClosed();
            warnings.assertOne(logged);
            bystander.assertServed();
        }
    }

    @Test
    @BeyondReference("2.1.5 waits for more")
    void isShownTheDoorForWhatIsNoHeader(StandaloneNode node) {
        Warnings warnings = new Warnings(node);
        try (Bystander bystander = new Bystander(node);
                RecordPeer peer = node.connectForRecords()) {
            peer.send("x".repeat(200).getBytes(StandardCharsets.US_ASCII));

            peer.awaitClosed();
            warnings.assertOne("it begins with 78787878");
            bystander.assertServed();
        }
    }

    @ParameterizedTest
    @CsvSource({"not XML", "<a>", "<!DOCTYPE a><a/>"})
    @BeyondReference("2.1.5 says it in several lines")
    void isLoggedInOneLineForWhatIsNotXml(String document, StandaloneNode node) {
        Warnings warnings = new Warnings(node);
        try (RecordPeer peer = node.connectForRecords()) {
            peer.send(Frame.around(document));
            peer.send(POKE);
            assertAnswered(peer);
        }
        warnings.assertOne("Ignoring a message");
    }

    @Test
    void disturbsNobodyByNestingTooDeep(StandaloneNode node) {
        try (Bystander bystander = new Bystander(node);
                RecordPeer peer = node.connectForRecords()) {
            peer.send(Frame.around("<a>".repeat(100_000)));
            bystander.assertServed();
        }
    }

    @Test
    void mayStopSpeaking(StandaloneNode node) {
        try (Bystander bystander = new Bystander(node);
                RecordPeer peer = node.connectForRecords()) {
            peer.shutdownOutput();
            peer.awaitClosed();
            bystander.assertServed();
        }
    }

    @Test
    @BeyondReference("2.1.5 waits for it with everybody else")
    void isCutOffIfItDoesNotListen(StandaloneNode node, Controller controller) {
        Warnings warnings = new Warnings(node);
        try (Bystander bystander = new Bystander(node);
                RecordPeer deaf = node.connectForRecords()) {
            deaf.signOn("deaf", false);
            deaf.stopReading();
            // More than the daemon keeps for it, and than the buffers of both sides take.
            String id = controller.register();
            for (int megabytes = 0; megabytes < 80; megabytes++) {
                controller.run(id, "reload", "head -c 1000000 /dev/zero | tr '\\0' x");
            }

            warnings.assertOne("does not read");
            bystander.assertServed();
        }
    }

    private static void assertAnswered(RecordPeer peer) {
        assertEquals(Optional.of("3"), peer.receive().attribute("lrmd_remote_msg_id"));
    }
}

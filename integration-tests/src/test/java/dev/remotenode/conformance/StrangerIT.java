package dev.remotenode.conformance;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.host.LabException;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lab.wire.PlainPeer;
import dev.remotenode.lrmd.tls.ClientIdentity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who does not have the key is refused, and disturbs nobody. */
@ConformanceTest
class StrangerIT {
    @ParameterizedTest
    @EnumSource
    void disturbsNobody(Stranger stranger, StandaloneNode node) {
        try (Bystander bystander = new Bystander(node)) {
            stranger.visit(node);
            bystander.assertServed();
        }
    }

    @ParameterizedTest
    @EnumSource
    @BeyondReference("2.1.5 logs some of them in several lines and some not at all")
    void isLoggedInOneLine(Stranger stranger, StandaloneNode node) {
        Warnings warnings = new Warnings(node);
        stranger.visit(node);
        warnings.assertOne(stranger.logged());
    }

    @Test
    @BeyondReference("2.1.5 does not look at the name of the key")
    void isRefusedUnderAnotherName(StandaloneNode node) {
        Warnings warnings = new Warnings(node);
        ClientIdentity honest = node.identity();
        ClientIdentity other = new ClientIdentity("hacluster", honest.key(), honest.versions());

        assertThrows(LabException.class, () -> node.connect(other));

        warnings.assertOne("'hacluster'");
    }

    @Test
    void disturbsNobodyByItsSilence(StandaloneNode node) {
        try (Bystander bystander = new Bystander(node);
                PlainPeer hesitant = node.connectPlain()) {
            bystander.assertServed();
            hesitant.send(new byte[] {0x16});
            bystander.assertServed();
        }
    }

    @Test
    void disturbsNobodyByItsNumber(StandaloneNode node) {
        List<PlainPeer> crowd = Stream.generate(node::connectPlain).limit(200).toList();
        try (Bystander bystander = new Bystander(node)) {
            bystander.assertServed();
        } finally {
            crowd.forEach(PlainPeer::close);
        }
    }

    @Test
    @BeyondReference("2.1.5 keeps as many as it has descriptors")
    void makesPlaceForOthersOfItsAddress(StandaloneNode node) {
        Warnings warnings = new Warnings(node);
        PlainPeer oldest = node.connectPlain();
        List<PlainPeer> crowd = Stream.generate(node::connectPlain).limit(64).toList();
        oldest.awaitClosed();
        warnings.assertOne("Too many connections from 127.0.0.1");
        crowd.forEach(PlainPeer::close);
    }
}

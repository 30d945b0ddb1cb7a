package dev.remotenode.conformance;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.host.LabException;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lab.wire.ClusterPeer;
import dev.remotenode.lrmd.message.Request;
import dev.remotenode.lrmd.tls.ClientIdentity;
import dev.remotenode.lrmd.tls.ClientIdentity.Versions;
import dev.remotenode.lrmd.tls.PreSharedKey;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The key is replaced while cluster nodes come and go, some with the new and some with the old. */
@ConformanceTest
@BeyondReference("knows one key at a time, and not the right one for up to a minute")
class RotatedKeyIT {
    private static final String KEY = "/etc/pacemaker/authkey";
    private static final int ROUNDS = 5;

    private final Random random = new Random(42);

    @Test
    void disturbsNobodyWhoHasOrHadTheRightOne(StandaloneNode node) throws IOException {
        byte[] original = Files.readAllBytes(node.host().file(KEY));
        PreSharedKey previous = node.identity().key();
        // Comes again and again, with the oldest key of all.
        try (Bystander bystander = new Bystander(node)) {
            for (int round = 1; round <= ROUNDS; round++) {
                byte[] secret = new byte[1000 * round];
                random.nextBytes(secret);
                node.host().write(KEY, secret);
                PreSharedKey next = new PreSharedKey(secret);
                for (Versions versions : Versions.values()) {
                    assertServed(node, previous, versions);
                    assertServed(node, next, versions);
                    assertRefused(node, new PreSharedKey(new byte[round]), versions);
                }
                bystander.assertServed();
                previous = next;
            }
        } finally {
            node.host().write(KEY, original);
        }
    }

    private static void assertServed(StandaloneNode node, PreSharedKey key, Versions versions) {
        try (ClusterPeer peer = node.connect(new ClientIdentity("lrmd", key, versions))) {
            peer.ask(new Request.Poke());
        }
    }

    private static void assertRefused(StandaloneNode node, PreSharedKey key, Versions versions) {
        ClientIdentity stranger = new ClientIdentity("lrmd", key, versions);
        assertThrows(LabException.class, () -> node.connect(stranger).ask(new Request.Poke()));
    }
}

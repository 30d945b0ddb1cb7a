package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lab.junit.RemoteClusterTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cluster node knows wrongly of the network, the daemon puts right. */
@RemoteClusterTest
@BeyondReference("it does not announce addresses")
class AddressAnnouncementIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** Of a guest that was replaced. */
    private static final String FORMER = "02:00:00:00:00:01";

    @Test
    void theAddressOfAStartedDaemonIsKnown(RemoteCluster stage) {
        Host node = stage.cluster().members().getFirst().host();
        Host guest = stage.remote().host();
        remember(FORMER, guest.address(), node);

        stage.remote().replaceDaemon(Map.of());

        awaitKnown(guest.address(), stage);
    }

    @ParameterizedTest
    @CsvSource({"10.77.0.77, 24", "fd77::77, 64"})
    void anAddressThatAppearsIsKnown(String address, String prefix, RemoteCluster stage) {
        Host node = stage.cluster().members().getFirst().host();
        Host guest = stage.remote().host();
        remember(FORMER, address, node);

        guest.run("ip", "address", "add", address + "/" + prefix, "dev", "eth0");

        awaitKnown(address, stage);
    }

    @Test
    void nobodyIsToldWhereThatIsNotWanted(RemoteCluster stage) {
        Host node = stage.cluster().members().getFirst().host();
        Host guest = stage.remote().host();
        String address = "10.77.0.78";
        stage.remote().replaceDaemon(Map.of("REMOTE_NODE_ANNOUNCE_ADDRESSES", "no"));
        remember(FORMER, address, node);

        guest.run("ip", "address", "add", address + "/24", "dev", "eth0");
        stage.remote().replaceDaemon(Map.of("REMOTE_NODE_ANNOUNCE_ADDRESSES", "no"));

        assertTrue(neighbour(address, node).contains(FORMER));
        stage.remote().replaceDaemon(Map.of());
        awaitKnown(address, stage);
    }

    private static void remember(String hardware, String address, Host node) {
        node.run(
                "ip",
                "neigh",
                "replace",
                address,
                "lladdr",
                hardware,
                "dev",
                "eth0",
                "nud",
                "reachable");
    }

    private static void awaitKnown(String address, RemoteCluster stage) {
        Host node = stage.cluster().members().getFirst().host();
        String hardware =
                stage.remote()
                        .host()
                        .run("sh", "-c", "ip -o link show eth0 | sed 's/.*ether //; s/ .*//'")
                        .strip();
        Await.until(
                "the true neighbour",
                LIMIT,
                () -> neighbour(address, node),
                entry -> entry.contains(hardware));
    }

    private static String neighbour(String address, Host node) {
        return node.run("ip", "neigh", "show", address, "dev", "eth0");
    }
}

package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.lab.HostPreparation;
import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.agent.ActorAgent;
import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.junit.RemoteClusterTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same restriction in the settings of all nodes. */
@RemoteClusterTest(preparation = TlsPrioritiesIT.LongKeysInTls12.class)
class TlsPrioritiesIT {
    private static final Duration LIMIT = Duration.ofSeconds(40);

    /** Nothing that either side would choose if it were free to. */
    static final class LongKeysInTls12 implements HostPreparation {
        @Override
        public Map<String, String> prepare(Host host) {
            return Map.of("PCMK_tls_priorities", "SECURE256:-VERS-TLS1.3:-CHACHA20-POLY1305");
        }
    }

    /** The class begins with the node online. */
    @Test
    void areKeptByAClusterThatWorks(RemoteCluster stage) {
        stage.addOnRemoteOnly(
                Primitive.of("pump", ActorAgent.NAME).monitoredEvery(Duration.ofSeconds(1)));
        stage.cluster()
                .await("the start", LIMIT, now -> now.isStarted("pump", stage.remote().name()));
        assertEquals(List.of(), stage.cluster().status().failures());
    }
}

package dev.remotenode.conformance;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.host.LabException;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lab.wire.ClusterPeer;
import dev.remotenode.lrmd.message.Request;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where cluster nodes can connect. */
@ConformanceTest
class ListenAddressIT {
    private static final Pattern SOCKET = Pattern.compile("\\S+:3121");

    @Test
    void isEveryAddressByDefault(StandaloneNode node) {
        restart(node, Map.of());
        assertEquals(Set.of("*:3121"), listening(node));
        assertServed(node);
    }

    @Test
    void isTheOneThatIsNamed(StandaloneNode node) {
        restart(node, Map.of("PCMK_remote_address", "127.0.0.1"));
        assertEquals(Set.of("127.0.0.1:3121"), listening(node));
        assertServed(node);
    }

    @Test
    @BeyondReference("listens on one address")
    void isEachOfSeveral(StandaloneNode node) {
        restart(node, Map.of("PCMK_remote_address", "::1 127.0.0.1 " + node.host().address()));
        assertEquals(
                Set.of("[::1]:3121", "127.0.0.1:3121", node.host().address() + ":3121"),
                listening(node));
        assertServed(node);
    }

    @Test
    @BeyondReference("listens on one address")
    void isBothKindsOfEverything(StandaloneNode node) {
        restart(node, Map.of("PCMK_remote_address", ":: 0.0.0.0"));
        assertEquals(Set.of("[::]:3121", "0.0.0.0:3121"), listening(node));
        assertServed(node);
    }

    @Test
    @BeyondReference("listens on one address")
    void isEveryAddressOfANameThatThisMachineHas(StandaloneNode node) {
        node.host().write("/etc/hosts", "127.0.0.1 here\n::1 here\n192.0.2.1 here\n");
        restart(node, Map.of("PCMK_remote_address", "here"));
        assertEquals(Set.of("[::1]:3121", "127.0.0.1:3121"), listening(node));
        assertTrue(
                node.log().contains("cannot listen on 192.0.2.1 port 3121: "),
                "no word of the address that is missing");
    }

    @Test
    void mustBeOfThisMachine(StandaloneNode node) {
        node.daemon().kill();
        assertThrows(
                LabException.class,
                () -> node.restartDaemon(Map.of("PCMK_remote_address", "192.0.2.1")));
    }

    @AfterEach
    void makePeace(StandaloneNode node) {
        restart(node, Map.of());
    }

    private static void restart(StandaloneNode node, Map<String, String> environment) {
        if (node.daemon().isRunning()) {
            node.daemon().kill();
        }
        node.restartDaemon(environment);
    }

    private static Set<String> listening(StandaloneNode node) {
        String sockets = node.host().run("ss", "--listening", "--tcp", "--numeric");
        return SOCKET.matcher(sockets).results().map(MatchResult::group).collect(toSet());
    }

    private static void assertServed(StandaloneNode node) {
        try (ClusterPeer peer = node.connect()) {
            peer.ask(new Request.Poke());
        }
    }
}

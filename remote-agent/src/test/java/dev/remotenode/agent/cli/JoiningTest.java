package dev.remotenode.agent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoiningTest {
    private static final Target ELSEWHERE = new Target("guest1", 3121);

    @Test
    void isAllowedWhereNobodyIsConnected() {
        assertEquals(
                new Joining(true, "no cluster node is connected"),
                Joining.decideHere(List.of(), false));
    }

    @Test
    void isNotAllowedBesideAClusterNodeUnlessForced() {
        String reason = "192.0.2.7 is connected, and would drop the connection";
        assertEquals(new Joining(false, reason), Joining.decideHere(List.of("192.0.2.7"), false));
        assertEquals(new Joining(true, reason), Joining.decideHere(List.of("192.0.2.7"), true));
    }

    /** Nobody can tell from here who is connected there. */
    @Test
    void isNotAllowedElsewhereUnlessForced() throws UnknownHostException {
        InetAddress address = InetAddress.getByName("192.0.2.11");
        assertEquals(false, Joining.decide(ELSEWHERE, address, false).allowed());
        assertEquals(true, Joining.decide(ELSEWHERE, address, true).allowed());
    }
}

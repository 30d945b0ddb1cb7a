package dev.remotenode.agent.cli.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class TcpTableTest {
    private static final List<String> LINES =
            List.of(
                    "   0: 00000000:0C31 00000000:0000 0A 00000000:00000000 00:00000000 00000000"
                            + "     0        0 1 1 0000000000000000 100 0 0 10 0",
                    "   1: 0100A8C0:0C31 0702A8C0:D431 01 00000000:00000000 00:00000000 00000000"
                            + "     0        0 2 1 0000000000000000 20 4 30 10 -1",
                    "   2: 0100A8C0:D432 0702A8C0:0C31 01 00000000:00000000 00:00000000 00000000"
                            + "     0        0 3 1 0000000000000000 20 4 30 10 -1",
                    "   3: 0100A8C0:0C31 0802A8C0:D431 08 00000000:00000000 00:00000000 00000000"
                            + "     0        0 4 1 0000000000000000 20 4 30 10 -1",
                    "   4: 0000000000000000FFFF00000100A8C0:0C31"
                            + " 0000000000000000FFFF00000902A8C0:D431 01 00000000:00000000"
                            + " 00:00000000 00000000     0        0 5 1 0000000000000000 20 4 0 10"
                            + " -1");

    /** Not those that connect from here, and not those that are about to end. */
    @Test
    void knowsWhoIsConnectedToAPort() {
        Assumptions.assumeTrue(
                ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN,
                "the lines are of such a machine");
        assertEquals(List.of("192.168.2.7", "192.168.2.9"), TcpTable.of(LINES).connectedTo(0x0C31));
    }

    @Test
    void readsTheKernelsOwn() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket listening = new ServerSocket(0, 1, loopback)) {
            int port = listening.getLocalPort();
            assertEquals(1, TcpTable.read().listenersOn(port).size());
            assertEquals(List.of(), TcpTable.read().connectedTo(port));
            try (Socket _ = new Socket(loopback, port);
                    Socket _ = listening.accept()) {
                assertEquals(List.of(loopback.getHostAddress()), TcpTable.read().connectedTo(port));
            }
        }
    }
}

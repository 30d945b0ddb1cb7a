package dev.remotenode.agent.announcement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class AnnouncementTest {
    private static final String HARDWARE = "525400f0d3fe";

    @Test
    void anIpv4AddressIsAskedForByItsOwner() throws UnknownHostException {
        assertEquals(
                String.join(
                        "",
                        "ffffffffffff" + HARDWARE + "0806",
                        "0001" + "0800" + "06" + "04" + "0001",
                        HARDWARE + "0a58000b",
                        "000000000000" + "0a58000b"),
                frame("10.88.0.11", false));
    }

    /** The checksum was computed by other means, of the message and its pseudo-header. */
    @Test
    void anIpv6AddressIsAdvertisedToAllNodes() throws UnknownHostException {
        assertEquals(
                String.join(
                        "",
                        "333300000001" + HARDWARE + "86dd",
                        "60000000" + "0020" + "3a" + "ff",
                        "fd000000000000000000000000000011",
                        "ff020000000000000000000000000001",
                        "8800" + "3539" + "20000000",
                        "fd000000000000000000000000000011",
                        "0201" + HARDWARE),
                frame("fd00::11", false));
    }

    @Test
    void aRouterSaysThatItIsOne() throws UnknownHostException {
        String flags = frame("fd00::11", true).substring(2 * (14 + 40 + 4), 2 * (14 + 40 + 8));

        assertEquals("a0000000", flags);
    }

    private static String frame(String address, boolean router) throws UnknownHostException {
        return HexFormat.of()
                .formatHex(
                        Announcement.frame(
                                new LocalAddress(
                                        InetAddress.getByName(address), 2, HARDWARE, router)));
    }
}

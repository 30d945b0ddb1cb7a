package dev.remotenode.agent.announcement;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** The Ethernet frame that tells all neighbours of an address. */
final class Announcement {
    private static final int HARDWARE_LENGTH = 6;
    private static final int ETHERNET_HEADER = 14;

    private static final byte[] EVERYBODY = HexFormat.of().parseHex("ffffffffffff");
    private static final short ARP = 0x0806;
    private static final int ARP_LENGTH = 28;

    private static final byte[] ALL_NODES_HARDWARE = HexFormat.of().parseHex("333300000001");
    private static final byte[] ALL_NODES =
            HexFormat.of().parseHex("ff020000000000000000000000000001");
    private static final short IPV6 = (short) 0x86dd;
    private static final int IPV6_HEADER = 40;
    private static final int ADVERTISEMENT_LENGTH = 32;
    private static final byte ICMPV6 = 58;

    private Announcement() {}

    static byte[] frame(LocalAddress address) {
        return switch (address.address()) {
            case Inet4Address ipv4 -> gratuitousArp(address, ipv4.getAddress());
            case Inet6Address ipv6 -> unsolicitedAdvertisement(address, ipv6.getAddress());
            default -> throw new IllegalArgumentException("neither IPv4 nor IPv6: " + address);
        };
    }

    /** A request for the own address: RFC 5227, section 3. */
    private static byte[] gratuitousArp(LocalAddress from, byte[] ipv4) {
        byte[] hardware = from.hardwareBytes();
        return ByteBuffer.allocate(ETHERNET_HEADER + ARP_LENGTH)
                .put(EVERYBODY)
                .put(hardware)
                .putShort(ARP)
                .putShort((short) 1) // Ethernet
                .putShort((short) 0x0800) // IPv4
                .put((byte) HARDWARE_LENGTH)
                .put((byte) ipv4.length)
                .putShort((short) 1) // request
                .put(hardware)
                .put(ipv4)
                .put(new byte[HARDWARE_LENGTH])
                .put(ipv4)
                .array();
    }

    /** RFC 4861, sections 4.4 and 7.2.6: to all nodes, to override what they know. */
    private static byte[] unsolicitedAdvertisement(LocalAddress from, byte[] ipv6) {
        byte[] hardware = from.hardwareBytes();
        int override = 0x2000_0000;
        int router = from.router() ? 0x8000_0000 : 0;
        ByteBuffer frame =
                ByteBuffer.allocate(ETHERNET_HEADER + IPV6_HEADER + ADVERTISEMENT_LENGTH)
                        .put(ALL_NODES_HARDWARE)
                        .put(hardware)
                        .putShort(IPV6)
                        .putInt(6 << 28)
                        .putShort((short) ADVERTISEMENT_LENGTH)
                        .put(ICMPV6)
                        .put((byte) 255) // a packet that was forwarded is ignored
                        .put(ipv6)
                        .put(ALL_NODES)
                        .put((byte) 136) // neighbour advertisement
                        .put((byte) 0)
                        .putShort((short) 0) // the checksum, below
                        .putInt(override | router)
                        .put(ipv6)
                        .put((byte) 2) // target's link-layer address
                        .put((byte) 1) // in units of eight bytes
                        .put(hardware);
        return frame.putShort(ETHERNET_HEADER + IPV6_HEADER + 2, checksum(frame)).array();
    }

    /** RFC 8200, section 8.1: over both addresses, length, protocol and the message. */
    private static short checksum(ByteBuffer frame) {
        int sum = ADVERTISEMENT_LENGTH + ICMPV6;
        int addresses = ETHERNET_HEADER + 8;
        for (int offset = addresses; offset < frame.capacity(); offset += Short.BYTES) {
            sum += Short.toUnsignedInt(frame.getShort(offset));
        }
        int folded = (sum & 0xffff) + (sum >>> 16);
        return (short) ~((folded & 0xffff) + (folded >>> 16));
    }
}

package dev.remotenode.agent.announcement;

import java.net.InetAddress;
import java.util.HexFormat;

/**
 * An address of this node on an Ethernet link that is up.
 *
 * @param link the number of the interface
 * @param hardware the hardware address of the link: 12 hexadecimal digits
 * @param router whether the node forwards what others send to it over this link
 */
record LocalAddress(InetAddress address, int link, String hardware, boolean router) {
    byte[] hardwareBytes() {
        return HexFormat.of().parseHex(hardware);
    }
}

package dev.remotenode.agent.server;

import io.netty.channel.Channel;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where connections come from, as far as one party may have them all.
 *
 * @param text an address, or in IPv6 the first half of it: the other half is for everybody to
 *     choose
 */
record PeerNetwork(String text) {

    private static final int PREFIX_BYTES = 8;

    /** Of the peer at the other end of a connection. */
    static PeerNetwork of(Channel channel) {
        return of(((InetSocketAddress) channel.remoteAddress()).getAddress());
    }

    static PeerNetwork of(InetAddress address) {
        return address instanceof Inet6Address
                ? new PeerNetwork(prefix(address.getAddress()))
                : new PeerNetwork(address.getHostAddress());
    }

    private static String prefix(byte[] address) {
        String digits = HexFormat.of().formatHex(Arrays.copyOf(address, PREFIX_BYTES));
        return String.join(
                        ":",
                        digits.substring(0, 4),
                        digits.substring(4, 8),
                        digits.substring(8, 12),
                        digits.substring(12))
                + "::/64";
    }

    @Override
    public String toString() {
        return text;
    }
}

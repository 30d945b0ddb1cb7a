package dev.remotenode.agent.server;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What an entry of the list of addresses to listen on means.
 *
 * @param given name or literal address
 * @param addresses all addresses of that; IPv6 before IPv4, as Pacemaker's daemon tries them
 */
record ListenAddress(String given, List<InetAddress> addresses) {

    ListenAddress {
        addresses = List.copyOf(addresses);
    }

    /**
     * Resolves a name.
     *
     * @throws IOException if it does not exist
     */
    static ListenAddress resolve(String given) throws IOException {
        try {
            return new ListenAddress(
                    given,
                    Arrays.stream(InetAddress.getAllByName(given))
                            .sorted(
                                    Comparator.comparing(
                                            address -> !(address instanceof Inet6Address)))
                            .toList());
        } catch (UnknownHostException e) {
            throw new IOException("cannot listen on " + given + ": there is no such address", e);
        }
    }

    boolean hasIpv4() {
        return addresses.stream().anyMatch(Inet4Address.class::isInstance);
    }
}

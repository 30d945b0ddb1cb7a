package dev.remotenode.agent.server;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The addresses that a listener tries, in order. */
final class ListenAddresses {

    private static final List<String> WILDCARDS = List.of("::", "0.0.0.0");

    private ListenAddresses() {}

    /**
     * IPv6 before IPv4, as Pacemaker's daemon does it.
     *
     * @throws UnknownHostException if the name does not resolve
     */
    static List<InetAddress> of(Optional<String> address) throws UnknownHostException {
        if (address.isEmpty()) {
            InetAddress[] wildcards = new InetAddress[WILDCARDS.size()];
            for (int i = 0; i < wildcards.length; i++) {
                wildcards[i] = InetAddress.getByName(WILDCARDS.get(i));
            }
            return List.of(wildcards);
        }
        return Arrays.stream(InetAddress.getAllByName(address.get()))
                .sorted(Comparator.comparing(candidate -> !(candidate instanceof Inet6Address)))
                .toList();
    }
}

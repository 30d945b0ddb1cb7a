package dev.remotenode.agent.announcement;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks which addresses this node has. */
final class LocalAddresses {
    private static final Path IPV6_ADDRESSES = Path.of("/proc/net/if_inet6");
    private static final Path FORWARDING = Path.of("/proc/sys/net/ipv6/conf");

    /** Flags of an address that may turn out to be a neighbour's, or has. */
    private static final int TENTATIVE = 0x40 | 0x08;

    private LocalAddresses() {}

    /** Those on Ethernet links that are up, which the node is sure to have for itself. */
    static Set<LocalAddress> now() throws IOException {
        Set<String> tentative = tentative();
        Set<LocalAddress> found = new HashSet<>();
        for (NetworkInterface link : NetworkInterface.networkInterfaces().toList()) {
            byte[] hardware = link.getHardwareAddress();
            if (hardware != null
                    && hardware.length == 6
                    && link.isUp()
                    && !link.isLoopback()
                    && !link.isPointToPoint()) {
                String hexadecimal = HexFormat.of().formatHex(hardware);
                boolean router = isRouter(link.getName());
                link.inetAddresses()
                        .filter(address -> !tentative.contains(text(address)))
                        .map(address ->
                                new LocalAddress(address, link.getIndex(), hexadecimal, router))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** As the kernel writes them: an address and its flags are the first and fifth word. */
    private static Set<String> tentative() throws IOException {
        if (!Files.exists(IPV6_ADDRESSES)) {
            return Set.of();
        }
        try (Stream<String> lines = Files.lines(IPV6_ADDRESSES)) {
            return lines.map(line -> List.of(line.strip().split("\\s+")))
                    .filter(words -> (Integer.parseInt(words.get(4), 16) & TENTATIVE) != 0)
                    .map(List::getFirst)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    private static String text(InetAddress address) {
        return address instanceof Inet4Address
                ? ""
                : HexFormat.of().formatHex(address.getAddress());
    }

    private static boolean isRouter(String link) throws IOException {
        Path forwarding = FORWARDING.resolve(link).resolve("forwarding");
        return Files.exists(forwarding) && !Files.readString(forwarding).strip().equals("0");
    }
}

package dev.remotenode.lab.host;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Who has which address in the network of a lab. */
final class AddressBook {
    private static final String NETWORK = "10.77.0.";

    private final Map<String, String> addresses = new LinkedHashMap<>();

    /**
     * Gives the next free address to somebody new.
     *
     * @throws LabException if the name is taken
     */
    String assign(String name) {
        String address = NETWORK + (addresses.size() + 1);
        if (addresses.putIfAbsent(name, address) != null) {
            throw new LabException(name + " already has an address");
        }
        return address;
    }

    /** What {@code /etc/hosts} says about it. */
    String hostsFile() {
        return addresses.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey() + "\n")
                .collect(Collectors.joining("", "127.0.0.1 localhost\n", ""));
    }
}

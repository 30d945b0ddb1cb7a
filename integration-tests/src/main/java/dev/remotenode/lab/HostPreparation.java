package dev.remotenode.lab;

import dev.remotenode.lab.host.Host;
import java.util.Map;

/** What a host of a lab gets beside the usual, before anything is started on it. */
@FunctionalInterface
public interface HostPreparation {
    /**
     * Prepares a host.
     *
     * @return the environment of Pacemaker's daemons there, or of the daemon under test
     */
    Map<String, String> prepare(Host host);

    /** Nothing but the usual. */
    static HostPreparation none() {
        return _ -> Map.of();
    }
}

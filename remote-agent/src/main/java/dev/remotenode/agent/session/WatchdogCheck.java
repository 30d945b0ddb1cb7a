package dev.remotenode.agent.session;

import java.util.Optional;

/** Judges whether this node can fence itself in the time that the cluster counts on. */
public interface WatchdogCheck {

    /**
     * Checks the cluster's timeout; a node that cannot keep it must not run resources.
     *
     * @param timeout in the cluster's notation, as received
     */
    void check(Optional<String> timeout);
}

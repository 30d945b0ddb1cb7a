package dev.remotenode.agent.ipc;

import java.util.HashMap;
import java.util.Map;

/** Counts connections, by user. Used on the event loop. */
final class ConnectionLimits {

    private final IpcLimits limits;
    private final int ownUser;
    private final Map<Integer, Integer> byUser = new HashMap<>();
    private int total;

    /**
     * Starts to count.
     *
     * @param ownUser the user of this process, whose tools are always let in
     */
    ConnectionLimits(IpcLimits limits, int ownUser) {
        this.limits = limits;
        this.ownUser = ownUser;
    }

    /** Whether one more may connect, which is counted then. */
    boolean enter(int user) {
        boolean full =
                total >= limits.clients()
                        || byUser.getOrDefault(user, 0) >= limits.clientsPerUser();
        if (full && user != ownUser) {
            return false;
        }
        total++;
        byUser.merge(user, 1, Integer::sum);
        return true;
    }

    /** One that was let in has gone. */
    void leave(int user) {
        total--;
        byUser.computeIfPresent(user, (_, count) -> count == 1 ? null : count - 1);
    }
}

package dev.remotenode.agent.lifecycle;

import dev.remotenode.agent.session.Session;
import dev.remotenode.agent.session.Sessions;
import java.util.Optional;

/** Says in one line what the daemon is doing. Used on the event loop. */
public final class NodeStatus {

    private final Sessions sessions;
    private final NodeActivity activity;
    private final int port;
    private Optional<Session> waitedFor = Optional.empty();
    private Optional<String> end = Optional.empty();

    /**
     * Makes the status of a daemon that runs.
     *
     * @param port where the cluster is waited for
     */
    public NodeStatus(Sessions sessions, NodeActivity activity, int port) {
        this.sessions = sessions;
        this.activity = activity;
        this.port = port;
    }

    void waitFor(Session provider) {
        waitedFor = Optional.of(provider);
    }

    void end(String reason) {
        end = Optional.of(reason);
    }

    /** How far the daemon is on its way to its end. */
    public enum Phase {
        /** It does not end. */
        RUNNING,
        /** It waits for the cluster to stop what runs here. */
        DRAINING,
        /** It waits for nobody any more. */
        ENDING
    }

    /** How far it is. */
    public Phase phase() {
        if (end.isPresent()) {
            return Phase.ENDING;
        }
        return waitedFor.isPresent() ? Phase.DRAINING : Phase.RUNNING;
    }

    /** One line, for people. */
    public String text() {
        if (end.isPresent()) {
            return "Stopping: " + end.get();
        }
        if (waitedFor.isPresent()) {
            return stopping(waitedFor.get());
        }
        return sessions.newestProvider()
                .map(provider ->
                        "Connected to %s; %s".formatted(provider.place(), activity.now().count()))
                .orElse("Waiting for the cluster on port " + port);
    }

    private String stopping(Session provider) {
        Activity now = activity.now();
        String what = now.resources().isEmpty() ? "close the connection" : "stop " + now.count();
        return "Stopping: waiting for %s to %s (%s)"
                .formatted(provider.place(), what, now.details());
    }
}

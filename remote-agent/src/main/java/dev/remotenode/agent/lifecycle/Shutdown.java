package dev.remotenode.agent.lifecycle;

import dev.remotenode.agent.session.Session;
import dev.remotenode.agent.session.Sessions;
import dev.remotenode.agent.session.ShutdownAnswers;
import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.ProxyMessage;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way from {@code SIGTERM} to the exit: with a cluster connected, everything is moved off this
 * node first. Used on the event loop.
 */
public final class Shutdown implements ShutdownAnswers {

    private static final Logger log = LoggerFactory.getLogger(Shutdown.class);

    private final Sessions sessions;
    private final Runnable stopListening;
    private final ExitStatusSink exit;
    private Phase phase = Phase.RUNNING;

    /**
     * @param stopListening called when no new cluster node is welcome any more
     * @param exit told how the daemon ends, once
     */
    public Shutdown(Sessions sessions, Runnable stopListening, ExitStatusSink exit) {
        this.sessions = sessions;
        this.stopListening = stopListening;
        this.exit = exit;
    }

    private enum Phase {
        RUNNING,
        /** The cluster has been asked to move resources off this node. */
        ASKED,
        /** The cluster has said that it does. */
        ACKNOWLEDGED,
        ENDED
    }

    /** Begins, or repeats, the wish to end. */
    public void request() {
        switch (phase) {
            case RUNNING -> askCluster();
            case ASKED, ACKNOWLEDGED ->
                    log.info("Still waiting for the cluster to stop resources on this node");
            case ENDED -> {}
        }
    }

    private void askCluster() {
        Optional<Session> provider = sessions.newestProvider();
        if (provider.isEmpty()) {
            end("no cluster node is connected");
            return;
        }
        enter(Phase.ASKED, "asking " + provider.get() + " to stop resources on this node");
        stopListening.run();
        provider.get().send(new Notification.Proxied(new ProxyMessage.ShutdownRequest()));
    }

    @Override
    public void acknowledged() {
        switch (phase) {
            case ASKED ->
                    enter(Phase.ACKNOWLEDGED, "the cluster is stopping resources on this node");
            case RUNNING, ACKNOWLEDGED, ENDED -> log.debug("Ignoring an unasked acknowledgement");
        }
    }

    @Override
    public void refused() {
        switch (phase) {
            case ASKED, ACKNOWLEDGED -> end("the cluster does not manage this connection");
            case RUNNING, ENDED -> log.debug("Ignoring an unasked refusal");
        }
    }

    /** A provider has gone: when it was the last one, there is nothing left to wait for. */
    public void providerClosed() {
        switch (phase) {
            case ASKED, ACKNOWLEDGED -> {
                if (sessions.newestProvider().isEmpty()) {
                    end("the cluster has closed the connection");
                }
            }
            case RUNNING, ENDED -> {}
        }
    }

    private void end(String reason) {
        enter(Phase.ENDED, reason);
        exit.end(0);
    }

    private void enter(Phase next, String reason) {
        phase = next;
        log.info("Shutting down: {}", reason);
    }
}

package dev.remotenode.agent.lifecycle;

import dev.remotenode.agent.session.Session;
import dev.remotenode.agent.session.Sessions;
import dev.remotenode.agent.session.ShutdownAnswers;
import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.ProxyMessage;
import dev.remotenode.ocf.schedule.EventLoop;
import java.time.Duration;
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
    private final EventLoop loop;
    private final Optional<Duration> limit;
    private final ShutdownObserver observer;
    private final Runnable stopListening;
    private final ExitStatusSink exit;
    private Phase phase = new Phase.Running();

    /**
     * Makes the way, which nobody is on yet.
     *
     * @param limit how long to wait for the cluster; for ever if empty, as Pacemaker's daemon does
     * @param stopListening called when no new cluster node is welcome any more
     * @param exit told how the daemon ends, once
     */
    public Shutdown(
            Sessions sessions,
            EventLoop loop,
            Optional<Duration> limit,
            ShutdownObserver observer,
            Runnable stopListening,
            ExitStatusSink exit) {
        this.sessions = sessions;
        this.loop = loop;
        this.limit = limit;
        this.observer = observer;
        this.stopListening = stopListening;
        this.exit = exit;
    }

    private sealed interface Phase {
        record Running() implements Phase {}

        /** This cluster node has been asked to move resources off this one. */
        record Asked(Session provider) implements Phase {}

        /** It has said that it does. */
        record Agreed(Session provider) implements Phase {}

        record Ended() implements Phase {}
    }

    /** Begins to end; to repeat this changes nothing, as with Pacemaker's daemon. */
    public void request() {
        switch (phase) {
            case Phase.Running _ -> begin();
            case Phase.Asked(Session provider) -> sayAgain(provider);
            case Phase.Agreed(Session provider) -> sayAgain(provider);
            case Phase.Ended _ -> {}
        }
    }

    /**
     * Begins to end, with a limit of its own.
     *
     * @param deadline how long to wait for the cluster from now on at most
     */
    public void request(Duration deadline) {
        request();
        loop.schedule(deadline, this::limitReached);
    }

    /** Begins to end; to repeat this ends the daemon at once, whatever still runs here. */
    public void insist() {
        switch (phase) {
            case Phase.Running _ -> begin();
            case Phase.Asked _, Phase.Agreed _ -> giveUp("interrupted");
            case Phase.Ended _ -> {}
        }
    }

    private static void sayAgain(Session provider) {
        log.info("Still waiting for {} to stop resources on this node", provider);
    }

    private void begin() {
        Optional<Session> provider = sessions.newestProvider();
        if (provider.isEmpty()) {
            end("no cluster node is connected");
            return;
        }
        stopListening.run();
        limit.ifPresent(time -> loop.schedule(time, this::limitReached));
        ask(provider.get());
    }

    private void ask(Session provider) {
        enter(new Phase.Asked(provider), "asking " + provider + " to stop resources on this node");
        observer.waitingFor(provider);
        provider.send(new Notification.Proxied(new ProxyMessage.ShutdownRequest()));
    }

    private void limitReached() {
        switch (phase) {
            case Phase.Asked _, Phase.Agreed _ -> giveUp("the time for that is over");
            case Phase.Running _, Phase.Ended _ -> {}
        }
    }

    @Override
    public void acknowledged() {
        switch (phase) {
            case Phase.Asked(Session provider) ->
                    enter(
                            new Phase.Agreed(provider),
                            "the cluster is stopping resources on this node");
            case Phase.Running _, Phase.Agreed _, Phase.Ended _ ->
                    log.debug("Ignoring an unasked acknowledgement");
        }
    }

    @Override
    public void refused() {
        switch (phase) {
            case Phase.Asked _, Phase.Agreed _ -> end("the cluster does not manage this node");
            case Phase.Running _, Phase.Ended _ -> log.debug("Ignoring an unasked refusal");
        }
    }

    /** A provider has gone: the next one is asked, if there is one. */
    public void providerClosed(Session provider) {
        switch (phase) {
            case Phase.Asked(Session asked) -> providerClosed(provider, asked);
            case Phase.Agreed(Session asked) -> providerClosed(provider, asked);
            case Phase.Running _, Phase.Ended _ -> {}
        }
    }

    private void providerClosed(Session gone, Session asked) {
        Optional<Session> next = sessions.newestProvider();
        if (next.isEmpty()) {
            end("the cluster has closed the connection");
        } else if (gone.equals(asked)) {
            ask(next.get());
        }
    }

    private void giveUp(String reason) {
        log.warn("Not waiting for the cluster any longer: {}", reason);
        end(reason);
    }

    private void end(String reason) {
        enter(new Phase.Ended(), reason);
        observer.ended(reason);
        exit.end(0);
    }

    private void enter(Phase next, String reason) {
        phase = next;
        log.info("Shutting down: {}", reason);
    }
}

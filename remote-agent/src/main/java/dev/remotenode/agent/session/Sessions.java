package dev.remotenode.agent.session;

import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.tls.HandshakeFailure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All connected cluster nodes, and which of them carry calls of local tools. Used on the event
 * loop.
 */
public final class Sessions {

    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    private final Map<String, Session> open = new LinkedHashMap<>();
    private final Deque<Session> providers = new ArrayDeque<>();
    private final Refusals refusals = new Refusals(System::nanoTime);
    private Optional<SessionObserver> observer = Optional.empty();
    private Optional<ConnectionObserver> recorder = Optional.empty();

    /** Sets who learns of changes: once, before the first session. */
    public void observe(SessionObserver newObserver) {
        observer = Optional.of(newObserver);
    }

    /** Sets who keeps a record of connections. */
    public void record(ConnectionObserver newRecorder) {
        recorder = Optional.of(newRecorder);
    }

    /**
     * Takes in a session whose handshake has succeeded. The others hear of it before it is served:
     * a controller recognises by this that another cluster node has taken over.
     */
    public void opened(Session session) {
        notifyAll(new Notification.NewClient());
        open.put(session.id(), session);
        log.info("Connection from {}", session.place());
        recorder.ifPresent(recording -> recording.connected(session));
    }

    /** Forgets a session whose connection has ended. */
    public void closed(Session session) {
        if (open.remove(session.id()) == null) {
            return;
        }
        log.info("Connection to {} has ended", session);
        recorder.ifPresent(recording -> recording.disconnected(session));
        boolean wasProvider = providers.remove(session);
        if (wasProvider) {
            observer.ifPresent(observing -> observing.providerClosed(session));
        }
        if (session.standing().isLocal()) {
            observer.ifPresent(observing -> observing.programClosed(session));
        } else if (open.isEmpty()) {
            observer.ifPresent(SessionObserver::lastSessionClosed);
        }
    }

    /** Somebody was not let in; says whether that is to be told in the log. */
    boolean refused(String place, HandshakeFailure cause, String reason) {
        observer.ifPresent(observing -> observing.handshakeFailed(cause));
        boolean told = refusals.add();
        if (told) {
            recorder.ifPresent(recording -> recording.refused(place, reason));
        }
        return told;
    }

    /** Connected cluster nodes, signed on or not. */
    public int clusterNodes() {
        return Math.toIntExact(
                open.values().stream().filter(session -> !session.standing().isLocal()).count());
    }

    /** All who are connected, the one whom local tools ask first before the others. */
    public List<Session> all() {
        SequencedSet<Session> all = new LinkedHashSet<>(providers);
        all.addAll(open.values());
        return List.copyOf(all);
    }

    /** Whether this cluster node carries calls of local tools. */
    public boolean isProvider(Session session) {
        return providers.contains(session);
    }

    /** A session has begun or ended to take more than it is sent. */
    void paceChanged(Session session) {
        if (providers.contains(session)) {
            observer.ifPresent(observing -> observing.providerPaceChanged(session));
        }
    }

    /** From now on this session is the one to ask: the newest provider counts. */
    public void addProvider(Session session) {
        providers.remove(session);
        providers.push(session);
        observer.ifPresent(observing -> observing.providerAdded(session));
    }

    /** The cluster node that signed on last, of those that carry calls of local tools. */
    public Optional<Session> newestProvider() {
        return Optional.ofNullable(providers.peek());
    }

    Optional<Session> find(String id) {
        return Optional.ofNullable(open.get(id));
    }

    /** Sends to every session that has a name; one of them may end by that. */
    void notifyAll(Notification notification) {
        List.copyOf(open.values()).stream()
                .filter(session -> session.name().isPresent())
                .forEach(session -> session.send(notification));
    }

    /** Ends every connection. */
    public void closeAll() {
        List.copyOf(open.values()).forEach(Session::close);
    }
}

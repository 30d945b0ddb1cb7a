package dev.remotenode.agent.journal;

import dev.remotenode.agent.session.ConnectionObserver;
import dev.remotenode.agent.session.Session;
import dev.remotenode.agent.session.Sessions;
import dev.remotenode.control.journal.ConnectionEnd;
import dev.remotenode.control.journal.ConnectionStart;
import dev.remotenode.control.journal.Refusal;
import java.time.Duration;
import java.time.Instant;

/** Records who was connected, and who was refused. Used on the event loop. */
public final class ConnectionRecorder implements ConnectionObserver {

    /** Whoever knocks again and again shall not push everything else out of the journal. */
    private static final Duration REFUSALS_APART = Duration.ofMinutes(1);

    private final Journal journal;
    private final Sessions sessions;
    private Instant lastRefusal = Instant.EPOCH;
    private long unrecorded;

    /** Records into a journal. */
    public ConnectionRecorder(Journal journal, Sessions sessions) {
        this.journal = journal;
        this.sessions = sessions;
    }

    @Override
    public void connected(Session session) {
        if (session.isLocal()) {
            return;
        }
        ConnectionStart.Builder start =
                ConnectionStart.newBuilder()
                        .setPeer(session.place())
                        .setTls(session.security().orElse(""));
        journal.add(new Entry(session.since(), record -> record.setConnectionStart(start)));
    }

    @Override
    public void disconnected(Session session) {
        if (session.isLocal()) {
            return;
        }
        ConnectionEnd.Builder end =
                ConnectionEnd.newBuilder()
                        .setPeer(session.place())
                        .setName(session.name().orElse(""))
                        .setSinceMs(session.since().toEpochMilli())
                        .setProtocol(session.version().map(Object::toString).orElse(""))
                        .setTls(session.security().orElse(""))
                        .setProvider(sessions.isProvider(session))
                        .setReason(session.endReason());
        journal.add(new Entry(journal.now(), record -> record.setConnection(end)));
    }

    @Override
    public void refused(String place, String reason) {
        Instant now = journal.now();
        if (now.isBefore(lastRefusal.plus(REFUSALS_APART))) {
            unrecorded++;
            return;
        }
        Refusal.Builder refusal =
                Refusal.newBuilder().setPeer(place).setReason(reason).setUnrecorded(unrecorded);
        journal.add(new Entry(now, record -> record.setRefusal(refusal)));
        lastRefusal = now;
        unrecorded = 0;
    }
}

package dev.remotenode.agent.session;

import dev.remotenode.lrmd.message.ProtocolVersion;
import dev.remotenode.lrmd.message.ServerMessage;
import dev.remotenode.ocf.operation.Originator;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One client of the executor: a cluster node, or a local program that speaks its protocol. Used on
 * the event loop.
 */
public final class Session {

    private final String id = UUID.randomUUID().toString();
    private final Outlet outlet;
    private final Standing standing;
    private final Instant since = Instant.now();
    private Optional<String> name = Optional.empty();
    private Optional<ProtocolVersion> version = Optional.empty();
    private Optional<String> endReason = Optional.empty();
    private long requests;
    private Instant lastRequest = Instant.EPOCH;

    public Session(Outlet outlet, Standing standing) {
        this.outlet = outlet;
        this.standing = standing;
    }

    /** Our id for this connection, unique as long as the daemon runs. */
    public String id() {
        return id;
    }

    /** Who asks for what this session asks for. */
    public Originator asOriginator() {
        return new Originator(id);
    }

    Standing standing() {
        return standing;
    }

    /** Whether it is a program on this node. */
    public boolean isLocal() {
        return standing.isLocal();
    }

    /** How the peer calls itself; only named sessions hear notifications. */
    public Optional<String> name() {
        return name;
    }

    /** Takes the first name that the peer gives. */
    void nameIfUnnamed(Optional<String> given) {
        if (name.isEmpty()) {
            name = given;
        }
    }

    /** A request has come. */
    void asked() {
        requests++;
        lastRequest = Instant.now();
    }

    /** How many requests have come. */
    public long requests() {
        return requests;
    }

    /** When the last one came, if there was one. */
    public Optional<Instant> lastRequest() {
        return Optional.of(lastRequest).filter(_ -> requests > 0);
    }

    /** When it was let in. */
    public Instant since() {
        return since;
    }

    /** Keeps why the connection is ended by this side. */
    void endsBecause(String reason) {
        endReason = Optional.of(reason);
    }

    /** Why the connection has ended, once it has. */
    public String endReason() {
        return endReason.orElse("the peer has closed it");
    }

    /** The version that the peer has signed on with, if it has. */
    public Optional<ProtocolVersion> version() {
        return version;
    }

    /** How it is connected, and what it has proven to have; nothing for a client on this node. */
    public Optional<String> security() {
        return outlet.security();
    }

    /** How long the way to the peer and back takes, if that is known. */
    public Optional<Duration> roundTrip() {
        return outlet.roundTrip();
    }

    /** Takes the version that the peer has signed on with. */
    void signedOn(ProtocolVersion theirs) {
        version = Optional.of(theirs);
    }

    /** Whether the peer has signed on with this version or a newer one. */
    public boolean speaks(ProtocolVersion wanted) {
        return version.filter(theirs -> theirs.compareTo(wanted) >= 0).isPresent();
    }

    /** Where the peer is, for people. */
    public String place() {
        return outlet.place();
    }

    /** Sends a message; never blocks. Messages leave in the order of these calls. */
    public void send(ServerMessage message) {
        outlet.send(message);
    }

    /** Whether the peer reads as fast as it is sent to. */
    public boolean takesMore() {
        return outlet.takesMore();
    }

    /** Ends the connection. */
    void close() {
        outlet.close();
    }

    @Override
    public String toString() {
        return name.orElse("unnamed client") + " at " + place();
    }
}

package dev.remotenode.agent.session;

import dev.remotenode.lrmd.message.ProtocolVersion;
import dev.remotenode.lrmd.message.ServerMessage;
import dev.remotenode.ocf.operation.Originator;
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
    private Optional<String> name = Optional.empty();
    private Optional<ProtocolVersion> version = Optional.empty();

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

    /** How the peer calls itself; only named sessions hear notifications. */
    Optional<String> name() {
        return name;
    }

    /** Takes the first name that the peer gives. */
    void nameIfUnnamed(Optional<String> given) {
        if (name.isEmpty()) {
            name = given;
        }
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

package dev.remotenode.agent.session;

import dev.remotenode.lrmd.message.ServerMessage;
import java.time.Duration;
import java.util.Optional;

/** The way out to one client of the executor. Used on the event loop. */
public interface Outlet {

    /** Sends a message; never blocks. Messages arrive in the order of these calls. */
    void send(ServerMessage message);

    /**
     * Whether it makes sense to send more at once: nothing much waits to be read by the client.
     * What is sent all the same, waits.
     */
    boolean takesMore();

    /** Ends the connection. */
    void close();

    /** Where the client is, for the log. */
    String place();

    /** How it is connected, and what it has proven to have; nothing for a client on this node. */
    default Optional<String> security() {
        return Optional.empty();
    }

    /** How long the way to it and back takes, if that is known. */
    default Optional<Duration> roundTrip() {
        return Optional.empty();
    }
}

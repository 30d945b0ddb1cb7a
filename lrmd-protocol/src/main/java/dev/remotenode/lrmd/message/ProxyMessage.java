package dev.remotenode.lrmd.message;

import dev.remotenode.lrmd.xml.CarriedElement;
import java.util.Optional;

/**
 * The traffic between local tools on this node and the cluster, and the talk about shutdown.
 *
 * <p>A session is one connection of a local tool, from {@link Opened} to {@link Destroyed}.
 */
public sealed interface ProxyMessage {

    /** What it carries: a request, an answer or news. */
    default Optional<CarriedElement> carried() {
        return switch (this) {
            case Requested requested -> Optional.of(requested.content());
            case Responded responded -> Optional.of(responded.content());
            case Happened happened -> Optional.of(happened.content());
            case Opened _,
                    Destroyed _,
                    ShutdownRequest _,
                    ShutdownAck _,
                    ShutdownNack _,
                    Unintelligible _ ->
                    Optional.empty();
        };
    }

    /**
     * Daemon to cluster: a local tool has connected.
     *
     * @param channel which of the cluster's services it wants, such as {@code cib_rw}
     */
    record Opened(String session, String channel) implements ProxyMessage {}

    /**
     * Daemon to cluster: a local tool asks something.
     *
     * @param clientName a name for logs
     * @param user the operating system's user who runs the tool
     * @param messageId the tool's number for the request
     * @param flags of the request, for the cluster's service
     */
    record Requested(
            String session,
            String clientName,
            String user,
            int messageId,
            int flags,
            CarriedElement content)
            implements ProxyMessage {}

    /** Cluster to daemon: the answer to a request. */
    record Responded(String session, int messageId, CarriedElement content)
            implements ProxyMessage {}

    /** Cluster to daemon: news for a tool. */
    record Happened(String session, CarriedElement content) implements ProxyMessage {}

    /** Either way: a session has ended, or never was. */
    record Destroyed(String session) implements ProxyMessage {}

    /** The daemon asks the cluster to move everything off this node. */
    record ShutdownRequest() implements ProxyMessage {}

    /** The cluster will. */
    record ShutdownAck() implements ProxyMessage {}

    /** The cluster will not, as the connection is not managed. */
    record ShutdownNack() implements ProxyMessage {}

    /** Something of a session that is none of the above, or has lost its content. */
    record Unintelligible(String session, String operation) implements ProxyMessage {}
}

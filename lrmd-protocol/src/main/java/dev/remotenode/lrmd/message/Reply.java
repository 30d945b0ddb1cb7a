package dev.remotenode.lrmd.message;

import java.util.List;
import java.util.Optional;

/**
 * The answer to one request.
 *
 * @param messageId the request's
 * @param callId the daemon-wide number of the request
 * @param returnCode 0, a positive call id for an accepted operation, or a negative {@link Errno}
 * @param body what was asked for
 */
public record Reply(int messageId, int callId, int returnCode, Body body) implements ServerMessage {

    /** What a reply carries beyond its return code. */
    public sealed interface Body {}

    /** Nothing. */
    public record Plain() implements Body {}

    /**
     * The answer to signing on.
     *
     * @param clientId the server's id for this connection
     * @param protocolVersion the server's version
     * @param uptime seconds since the daemon started
     * @param nodeStartState what the node wishes to be when it joins, if set
     */
    public record Registered(
            String clientId,
            ProtocolVersion protocolVersion,
            long uptime,
            Optional<String> nodeStartState)
            implements Body {}

    /** What a resource was registered as. */
    public record ResourceDescription(String resourceId, AgentAddress agent) implements Body {}

    /** Recurring operations by resource. */
    public record RecurringOperations(List<ResourceOperations> resources) implements Body {
        public RecurringOperations {
            resources = List.copyOf(resources);
        }
    }

    /** The recurring operations of one resource. */
    public record ResourceOperations(String resourceId, List<RecurringOperation> operations) {
        public ResourceOperations {
            operations = List.copyOf(operations);
        }
    }

    /** One recurring operation; times in milliseconds. */
    public record RecurringOperation(String action, long interval, long timeout) {}

    /** An answer without content. */
    public static Reply plain(int messageId, int callId, int returnCode) {
        return new Reply(messageId, callId, returnCode, new Plain());
    }
}

package dev.remotenode.lrmd.message;

import java.util.Optional;

/** News that the executor sends without being asked. */
public sealed interface Notification extends ServerMessage {

    /** A request that everybody hears of was served. */
    record Served(Kind kind, int callId, int returnCode, Optional<String> resourceId)
            implements Notification {}

    /** The requests that everybody hears of. */
    enum Kind {
        POKE(Vocabulary.POKE),
        RESOURCE_REGISTERED(Vocabulary.RESOURCE_REGISTER),
        RESOURCE_UNREGISTERED(Vocabulary.RESOURCE_UNREGISTER);

        private final String operation;

        Kind(String operation) {
            this.operation = operation;
        }

        String operation() {
            return operation;
        }
    }

    /** Another client has connected: a controller takes it as the sign of a takeover. */
    record NewClient() implements Notification {}

    /**
     * An operation has ended, or one run of a recurring one.
     *
     * @param callId of the request, or of the latest one merged into it
     * @param operation as it was requested
     * @param outcome how the run ended
     * @param resourceDeleted whether the resource has been unregistered meanwhile
     */
    record ExecComplete(
            int callId,
            String resourceId,
            Request.Operation operation,
            Outcome outcome,
            boolean resourceDeleted)
            implements Notification {}

    /**
     * How a run of an agent ended.
     *
     * @param exitCode OCF exit code
     * @param executionStatus what became of the run itself (0 done, 1 cancelled, 2 timed out, ...)
     * @param exitReason one line for people
     * @param output what the agent wrote
     * @param runTime when it started, seconds since the epoch
     * @param changeTime when the exit code last changed, seconds since the epoch, 0 for never
     * @param executionTime how long it ran, milliseconds
     * @param queueTime how long it had waited, milliseconds
     */
    record Outcome(
            int exitCode,
            int executionStatus,
            Optional<String> exitReason,
            Optional<String> output,
            long runTime,
            long changeTime,
            long executionTime,
            long queueTime) {}

    /** Something of a local tool's session for the cluster node. */
    record Proxied(ProxyMessage message) implements Notification {}
}

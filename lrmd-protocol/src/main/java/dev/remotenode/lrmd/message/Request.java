package dev.remotenode.lrmd.message;

import java.util.Optional;
import java.util.SequencedMap;

/** What a cluster node asks of the executor. Durations are in milliseconds. */
public sealed interface Request {

    /**
     * Signs on.
     *
     * @param protocolVersion the peer's version, unchecked, as it stood there
     * @param proxyProvider whether the peer will carry calls of local tools to the cluster
     */
    record Register(Optional<String> protocolVersion, boolean proxyProvider) implements Request {}

    /** Asks for a sign of life; the answer that counts is a notification. */
    record Poke() implements Request {}

    /** Makes a resource known. Names may be empty, as Pacemaker checks none but the id. */
    record RegisterResource(Optional<String> resourceId, AgentAddress agent, boolean dropRecurring)
            implements Request {}

    /** Forgets a resource. */
    record UnregisterResource(Optional<String> resourceId) implements Request {}

    /** Asks what a resource was registered as. */
    record ResourceInfo(Optional<String> resourceId) implements Request {}

    /** Runs an action of a resource, once or every {@code interval}. */
    record Exec(
            Optional<String> resourceId,
            Operation operation,
            boolean originatorOnly,
            boolean changesOnly)
            implements Request {}

    /** Ends a recurring or waiting operation. */
    record Cancel(Optional<String> resourceId, Optional<String> action, long interval)
            implements Request {}

    /** Lists recurring operations, of one resource or of all. */
    record GetRecurring(Optional<String> resourceId) implements Request {}

    /** Runs the program of an alert; nobody hears what comes of it. */
    record SendAlert(
            Optional<String> alertId,
            Optional<String> path,
            long timeout,
            SequencedMap<String, String> environment)
            implements Request {}

    /** Tells the cluster's watchdog timeout, in the cluster's notation. Never answered. */
    record WatchdogCheck(Optional<String> timeout) implements Request {}

    /** Carries what the cluster has for a local tool's session. */
    record Forward(ProxyMessage message) implements Request {}

    /** Anything else: answered with an error. */
    record Unsupported(String name) implements Request {}

    /**
     * One that is too large to be read: answered with an error.
     *
     * @param reason what there is too much of
     */
    record Excessive(String name, String reason) implements Request {}

    /**
     * What is to be run; echoed in every notification about it.
     *
     * @param action name of the action, empty if the request had none
     * @param interval time between runs, 0 for once
     * @param timeout limit of one run, 0 for none
     * @param startDelay time to wait before the first run
     * @param userData opaque text of the requester (the cluster's transition key)
     * @param parameters the resource's parameters, empty values included
     */
    record Operation(
            String action,
            long interval,
            long timeout,
            long startDelay,
            Optional<String> userData,
            SequencedMap<String, String> parameters) {}
}

package dev.remotenode.lab.wire;

import dev.remotenode.lrmd.message.AgentAddress;
import dev.remotenode.lrmd.message.Request;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Requests as a controller makes them, with what it leaves at its default left out. */
public final class Requests {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private Requests() {}

    /** Registers a resource of an OCF agent. */
    public static Request.RegisterResource register(String id, String provider, String type) {
        return new Request.RegisterResource(
                Optional.of(id), new AgentAddress("ocf", Optional.of(provider), type), false);
    }

    /** Forgets a resource. */
    public static Request.UnregisterResource unregister(String id) {
        return new Request.UnregisterResource(Optional.of(id));
    }

    /** Runs an action once, with 20 s for it. */
    public static Request.Exec once(String id, String action, Map<String, String> parameters) {
        return exec(id, action, Duration.ZERO, TIMEOUT, parameters);
    }

    /** Runs an action again and again. */
    public static Request.Exec recurring(
            String id, String action, Duration interval, Map<String, String> parameters) {
        return exec(id, action, interval, TIMEOUT, parameters);
    }

    /** Runs an action. */
    public static Request.Exec exec(
            String id,
            String action,
            Duration interval,
            Duration timeout,
            Map<String, String> parameters) {
        return new Request.Exec(
                Optional.of(id),
                new Request.Operation(
                        action,
                        interval.toMillis(),
                        timeout.toMillis(),
                        0,
                        Optional.of("user data of " + id),
                        new LinkedHashMap<>(parameters)),
                false,
                false);
    }

    /** The same operation, to begin later. */
    public static Request.Exec delayed(Request.Exec exec, Duration startDelay) {
        Request.Operation operation = exec.operation();
        return new Request.Exec(
                exec.resourceId(),
                new Request.Operation(
                        operation.action(),
                        operation.interval(),
                        operation.timeout(),
                        startDelay.toMillis(),
                        operation.userData(),
                        operation.parameters()),
                exec.originatorOnly(),
                exec.changesOnly());
    }

    /** The same operation, whose results only the requester shall hear. */
    public static Request.Exec originatorOnly(Request.Exec exec) {
        return new Request.Exec(exec.resourceId(), exec.operation(), true, exec.changesOnly());
    }

    /** The same operation, of whose results only changes shall be heard. */
    public static Request.Exec changesOnly(Request.Exec exec) {
        return new Request.Exec(exec.resourceId(), exec.operation(), exec.originatorOnly(), true);
    }

    /** Ends a recurring operation. */
    public static Request.Cancel cancel(String id, String action, Duration interval) {
        return new Request.Cancel(Optional.of(id), Optional.of(action), interval.toMillis());
    }
}

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

    /** Ends a recurring operation. */
    public static Request.Cancel cancel(String id, String action, Duration interval) {
        return new Request.Cancel(Optional.of(id), Optional.of(action), interval.toMillis());
    }
}

package dev.remotenode.ocf.operation;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A client's wish to run one action of a resource, once or again and again.
 *
 * @param action as the client spelled it, {@code ""} if it named none
 * @param interval from the end of a run to the start of the next; zero runs once
 * @param timeout of one run, from the start of its process; zero means none
 * @param startDelay from acceptance to the first run at the earliest
 * @param parameters instance and meta attributes, values as received, in the order received
 * @param userData opaque, handed back with each completion
 */
public record OperationRequest(
        String resourceId,
        String action,
        Duration interval,
        Duration timeout,
        Duration startDelay,
        SequencedMap<String, String> parameters,
        Optional<String> userData,
        NotifyRule notifyRule,
        Originator originator) {

    public OperationRequest {
        parameters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parameters));
    }

    public boolean isRecurring() {
        return interval.isPositive();
    }

    /** Whether this is the action that ends all monitoring of the resource. */
    public boolean isStop() {
        return action.toLowerCase(Locale.ROOT).equals("stop");
    }

    /** Whether this asks once how the resource is, before anything is done to it. */
    public boolean isProbe() {
        return !isRecurring() && action.toLowerCase(Locale.ROOT).equals("monitor");
    }

    public OperationRequest withUserData(Optional<String> userData) {
        return new OperationRequest(
                resourceId,
                action,
                interval,
                timeout,
                startDelay,
                parameters,
                userData,
                notifyRule,
                originator);
    }
}

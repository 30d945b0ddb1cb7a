package dev.remotenode.ocf.schedule;

import dev.remotenode.ocf.agent.AgentCall;
import dev.remotenode.ocf.agent.AgentName;
import dev.remotenode.ocf.operation.Completion;
import dev.remotenode.ocf.operation.ExecutionStatus;
import dev.remotenode.ocf.operation.OperationRequest;
import dev.remotenode.ocf.operation.Result;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One accepted operation, from its acceptance to its last completion. */
final class Operation {

    private static final Logger log = LoggerFactory.getLogger(Operation.class);

    private final AgentName agent;
    private final OperationTimes times;
    private int callId;
    private OperationRequest request;
    private OperationState state = new OperationState.Pending();
    private Optional<Result> lastNotified = Optional.empty();

    Operation(int callId, OperationRequest request, AgentName agent, OperationTimes times) {
        this.callId = callId;
        this.request = request;
        this.agent = agent;
        this.times = times;
    }

    OperationRequest request() {
        return request;
    }

    OperationState state() {
        return state;
    }

    OperationTimes times() {
        return times;
    }

    /** The call of the agent: always that of the request which came first. */
    AgentCall call() {
        return new AgentCall(agent, request);
    }

    /** The only way from one state to the next. */
    void become(OperationState next, String reason) {
        log.trace("{} is {} now: {}", this, next.getClass().getSimpleName(), reason);
        state = next;
    }

    /**
     * Takes a duplicate request in: its call id and user data, and that its client wants to hear
     * the next result. Parameters, timeout, originator and options stay those of the first request.
     */
    void merge(int newCallId, OperationRequest duplicate) {
        log.debug("{} takes in call {}", this, newCallId);
        callId = newCallId;
        request = request.withUserData(duplicate.userData());
        lastNotified = Optional.empty();
    }

    /** Whether a request duplicates this operation, which recurs. */
    boolean repeats(OperationRequest other) {
        return request.interval().equals(other.interval())
                && request.action().equalsIgnoreCase(other.action());
    }

    /** Started operations are known by their exact name only, as in Pacemaker. */
    boolean matchesStarted(String action, Duration interval) {
        return request.interval().equals(interval) && request.action().equals(action);
    }

    boolean matchesPending(String action, Duration interval) {
        return request.interval().equals(interval) && request.action().equalsIgnoreCase(action);
    }

    /** Whether clients have to hear a result: always, unless they asked for changes only. */
    boolean isNews(Result result) {
        return !request.notifyRule().changesOnly()
                || lastNotified.filter(result::sameCodes).isEmpty();
    }

    /** Whether this is how the run went that clients heard of last. */
    boolean wasTold(ExecutionStatus status) {
        return lastNotified.filter(last -> last.status() == status).isPresent();
    }

    void notified(Result result) {
        lastNotified = Optional.of(result);
    }

    /** What is told when the operation ends between two runs or before the first. */
    Result cancelledWithoutRun() {
        return new Result(
                times.lastCode(), ExecutionStatus.CANCELLED, Optional.empty(), Optional.empty());
    }

    /** What can be said of it while its agent runs. */
    OperationUnderWay underWay() {
        return new OperationUnderWay(
                request.resourceId(),
                request.action(),
                request.interval(),
                request.timeout(),
                times.runningFor());
    }

    /** What can be said of a run that is over. */
    FinishedRun finishedRun(Result result) {
        return new FinishedRun(
                callId,
                request,
                agent,
                times.waited(),
                times.latestStart(),
                times.runningFor(),
                result);
    }

    Completion completion(Result result, boolean resourceDeleted) {
        return new Completion(callId, request, result, resourceDeleted, times.current());
    }

    @Override
    public String toString() {
        return "%s_%s_%d (call %d)"
                .formatted(
                        request.resourceId(),
                        request.action(),
                        request.interval().toMillis(),
                        callId);
    }
}

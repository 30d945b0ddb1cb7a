package dev.remotenode.ocf.schedule;

import dev.remotenode.ocf.agent.AgentRunner;
import dev.remotenode.ocf.operation.OperationRequest;
import dev.remotenode.ocf.operation.Originator;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Executes operations on resources: at most one action of a resource at a time, in the order of
 * acceptance, different resources side by side. The rules are those of Pacemaker's executor.
 *
 * <p>Single-threaded: every method is called on the event loop, and the listener is called there.
 */
public final class ResourceExecutor {

    private final EventLoop loop;
    private final AgentRunner runner;
    private final CompletionListener listener;
    private final RunListener runs;
    private final Map<String, Lane> lanes = new LinkedHashMap<>();

    /** Completions are told to the listener, synchronously where they are caused by a call. */
    public ResourceExecutor(
            EventLoop loop, AgentRunner runner, CompletionListener listener, RunListener runs) {
        this.loop = loop;
        this.runner = runner;
        this.listener = listener;
        this.runs = runs;
    }

    /**
     * Registers a resource. If the id is known with the same agent nothing changes at all; with
     * another agent the old entry is replaced, and what it had to do is cancelled.
     */
    public void register(Resource resource) {
        Lane lane = lanes.computeIfAbsent(resource.id(), this::newLane);
        boolean known =
                lane.resource().filter(old -> old.agent().sameAgent(resource.agent())).isPresent();
        if (!known) {
            lane.become(Optional.of(resource));
            runner.forget(resource.id());
        }
    }

    public Optional<Resource> find(String resourceId) {
        return lane(resourceId).flatMap(Lane::resource);
    }

    /** Removes a resource: what waits and what recurs is cancelled, a running one-shot goes on. */
    public UnregisterOutcome unregister(String resourceId) {
        Optional<Lane> registered = registered(resourceId);
        if (registered.isEmpty()) {
            return UnregisterOutcome.REMOVED;
        }
        Lane lane = registered.get();
        boolean active = lane.isActive();
        lane.become(Optional.empty());
        runner.forget(resourceId);
        forgetIdleLanes();
        return active ? UnregisterOutcome.STILL_ACTIVE : UnregisterOutcome.REMOVED;
    }

    /**
     * Accepts an operation. It does not start before this call and {@link #afterCancellations} have
     * returned, so that the reply can leave first.
     */
    public ExecuteOutcome execute(int callId, OperationRequest request) {
        Optional<Lane> lane = registered(request.resourceId());
        lane.ifPresent(owner -> owner.accept(callId, request));
        return lane.isPresent() ? ExecuteOutcome.ACCEPTED : ExecuteOutcome.NOT_REGISTERED;
    }

    /** Cancels an operation that waits or recurs; zero is the interval of a one-shot. */
    public CancelOutcome cancel(String resourceId, String action, Duration interval) {
        return registered(resourceId)
                .map(lane -> lane.cancel(action, interval))
                .orElse(CancelOutcome.NOT_REGISTERED);
    }

    /**
     * Runs the task (the reply) once the cancellations that the last call on this resource caused
     * have been told to the listener. That is now, unless a running agent has to be killed first:
     * then it is when the agent is gone, usually a millisecond later, or after a second if the
     * kernel cannot end it.
     */
    public void afterCancellations(String resourceId, Runnable reply) {
        lane(resourceId).ifPresentOrElse(lane -> lane.afterCancellations(reply), reply);
    }

    /** The started recurring operations of every registered resource. */
    public List<RecurringOperations> recurring() {
        return lanes.keySet().stream().flatMap(id -> recurring(id).stream()).toList();
    }

    /** The started recurring operations of one resource; empty if it is not registered. */
    public Optional<RecurringOperations> recurring(String resourceId) {
        return registered(resourceId)
                .map(lane -> new RecurringOperations(resourceId, lane.startedRecurring()));
    }

    /** Every registered resource. */
    public List<Resource> resources() {
        return lanes.values().stream().flatMap(lane -> lane.resource().stream()).toList();
    }

    /** The operations whose agents run now, also of resources that were unregistered meanwhile. */
    public List<OperationUnderWay> underWay() {
        return lanes.values().stream().flatMap(lane -> lane.underWay().stream()).toList();
    }

    /** No client is left: cancels the recurring operations of resources that ask for it. */
    public void lastClientGone() {
        dropping().forEach(lane -> lane.cancelRecurring("last client gone"));
    }

    /**
     * A client has gone that nobody follows: cancels the recurring operations that it asked for, of
     * the same resources.
     */
    public void originatorGone(Originator originator) {
        dropping().forEach(lane -> lane.cancelRecurringOf(originator));
    }

    private List<Lane> dropping() {
        return lanes.values().stream()
                .filter(lane -> lane.resource().filter(Resource::dropRecurring).isPresent())
                .toList();
    }

    /**
     * Unregisters everything: agents of recurring operations are killed, running one-shots are left
     * alone.
     */
    public void shutdown() {
        List.copyOf(lanes.keySet()).forEach(this::unregister);
    }

    private Lane newLane(String resourceId) {
        return new Lane(loop, runner, listener, runs);
    }

    private Optional<Lane> lane(String resourceId) {
        return Optional.ofNullable(lanes.get(resourceId));
    }

    private Optional<Lane> registered(String resourceId) {
        return lane(resourceId).filter(lane -> lane.resource().isPresent());
    }

    /** A lane without a resource lives on while an agent runs in it, and until somebody looks. */
    private void forgetIdleLanes() {
        lanes.values().removeIf(lane -> lane.resource().isEmpty() && !lane.isActive());
    }
}

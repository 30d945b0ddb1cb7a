package dev.remotenode.ocf.schedule;

import dev.remotenode.ocf.agent.AgentRunner;
import dev.remotenode.ocf.operation.OperationRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Executes operations on resources: at most one action of a resource at a time, in the order of
 * acceptance, different resources side by side.
 *
 * <p>Single-threaded: every method is called on the event loop, and the listener is called there.
 */
@SuppressWarnings("DoNotCallSuggester") // the methods are written next
public final class ResourceExecutor {

    /** Completions are told to the listener, synchronously where they are caused by a call. */
    public ResourceExecutor(EventLoop loop, AgentRunner runner, CompletionListener listener) {}

    /**
     * Registers a resource. If the id is known with the same agent nothing changes at all; with
     * another agent the old entry is unregistered first.
     */
    public void register(Resource resource) {
        throw new UnsupportedOperationException();
    }

    public Optional<Resource> find(String resourceId) {
        throw new UnsupportedOperationException();
    }

    /** Removes a resource: what waits and what recurs is cancelled, a running one-shot goes on. */
    public UnregisterOutcome unregister(String resourceId) {
        throw new UnsupportedOperationException();
    }

    /**
     * Accepts an operation. It does not start before this call and {@link #afterCancellations} have
     * returned, so that the reply can leave first.
     */
    public ExecuteOutcome execute(int callId, OperationRequest request) {
        throw new UnsupportedOperationException();
    }

    /** Cancels an operation that waits or recurs. */
    public CancelOutcome cancel(String resourceId, String action, Duration interval) {
        throw new UnsupportedOperationException();
    }

    /**
     * Runs the task (the reply) once the cancellations that the last call on this resource caused
     * have been told to the listener. That is now, unless a running agent has to be killed first:
     * then it is when the agent is gone, usually a millisecond later, or after a second if the
     * kernel cannot end it.
     */
    public void afterCancellations(String resourceId, Runnable reply) {
        throw new UnsupportedOperationException();
    }

    /** The started recurring operations of every registered resource. */
    public List<RecurringOperations> recurring() {
        throw new UnsupportedOperationException();
    }

    /** The started recurring operations of one resource; empty if it is not registered. */
    public Optional<RecurringOperations> recurring(String resourceId) {
        throw new UnsupportedOperationException();
    }

    /** No client is left: cancels the recurring operations of resources that ask for it. */
    public void lastClientGone() {
        throw new UnsupportedOperationException();
    }

    /** Ends all recurring operations and their agents; running one-shots are left alone. */
    public void shutdown() {
        throw new UnsupportedOperationException();
    }
}

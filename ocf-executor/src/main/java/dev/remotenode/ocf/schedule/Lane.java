package dev.remotenode.ocf.schedule;

import dev.remotenode.ocf.agent.AgentName;
import dev.remotenode.ocf.agent.AgentRun;
import dev.remotenode.ocf.agent.AgentRunner;
import dev.remotenode.ocf.agent.RunEnd;
import dev.remotenode.ocf.agent.RunObserver;
import dev.remotenode.ocf.operation.OperationRequest;
import dev.remotenode.ocf.operation.Originator;
import dev.remotenode.ocf.operation.Result;
import dev.remotenode.ocf.schedule.OperationState.Blocked;
import dev.remotenode.ocf.schedule.OperationState.Cancelling;
import dev.remotenode.ocf.schedule.OperationState.Delayed;
import dev.remotenode.ocf.schedule.OperationState.Ended;
import dev.remotenode.ocf.schedule.OperationState.Pending;
import dev.remotenode.ocf.schedule.OperationState.Running;
import dev.remotenode.ocf.schedule.OperationState.TimingOut;
import dev.remotenode.ocf.schedule.OperationState.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operations of one resource id, of which at most one runs.
 *
 * <p>It belongs to the id, not to a registration: an agent that still runs for a resource which was
 * unregistered holds up the operations of the next resource of that name.
 */
final class Lane {

    private static final Logger log = LoggerFactory.getLogger(Lane.class);

    private final EventLoop loop;
    private final AgentRunner runner;
    private final CompletionListener listener;
    private final RunListener runs;
    private final DeferredReplies replies;
    private final LaneQueue queue = new LaneQueue();
    private final List<Operation> startedRecurring = new ArrayList<>();
    private Optional<Resource> resource = Optional.empty();
    private Optional<Operation> active = Optional.empty();

    Lane(EventLoop loop, AgentRunner runner, CompletionListener listener, RunListener runs) {
        this.loop = loop;
        this.runner = runner;
        this.listener = listener;
        this.runs = runs;
        this.replies = new DeferredReplies(loop);
    }

    Optional<Resource> resource() {
        return resource;
    }

    /** The id has this resource, or none, from now on; what it had to do before is cancelled. */
    void become(Optional<Resource> next) {
        // First, because the completions tell whether the id is registered.
        resource = next;
        queue.newOperations().forEach(operation -> cancel(operation, "resource removed"));
        List.copyOf(startedRecurring).forEach(operation -> cancel(operation, "resource removed"));
    }

    boolean isActive() {
        return active.isPresent();
    }

    Optional<OperationUnderWay> underWay() {
        return active.map(Operation::underWay);
    }

    /** Takes an operation of the resource registered here; it starts later than this call. */
    void accept(int callId, OperationRequest request) {
        Optional<Operation> twin = findTwin(request);
        if (twin.isPresent()) {
            merge(twin.get(), callId, request);
        } else {
            if (request.isStop()) {
                cancelRecurring("stop accepted");
            }
            AgentName agent = resource.orElseThrow().agent();
            enqueue(new Operation(callId, request, agent, new OperationTimes(loop)));
        }
        loop.execute(this::startNext);
    }

    CancelOutcome cancel(String action, Duration interval) {
        Optional<Operation> found =
                queue.findNew(action, interval)
                        .or(() ->
                                startedRecurring.stream()
                                        .filter(o -> o.matchesStarted(action, interval))
                                        .findFirst());
        found.ifPresent(operation -> cancel(operation, "cancel asked for"));
        return found.isPresent() ? CancelOutcome.CANCELLED : CancelOutcome.NO_SUCH_OPERATION;
    }

    void cancelRecurring(String reason) {
        cancelRecurring(_ -> true, reason);
    }

    /** Cancels what recurs for one client; a duplicate counts for whoever asked first. */
    void cancelRecurringOf(Originator originator) {
        cancelRecurring(
                operation -> operation.request().originator().equals(originator),
                "originator gone");
    }

    private void cancelRecurring(Predicate<Operation> which, String reason) {
        recurring().filter(which).toList().forEach(operation -> cancel(operation, reason));
    }

    void afterCancellations(Runnable reply) {
        if (active.filter(Lane::isCancelling).isPresent()) {
            replies.add(reply);
        } else {
            reply.run();
        }
    }

    List<RecurringOperation> startedRecurring() {
        return startedRecurring.stream()
                .filter(operation -> !isCancelling(operation))
                .map(Operation::request)
                .map(r -> new RecurringOperation(r.action(), r.interval(), r.timeout()))
                .toList();
    }

    private Stream<Operation> recurring() {
        return Stream.concat(
                startedRecurring.stream(),
                queue.newOperations().stream().filter(o -> o.request().isRecurring()));
    }

    /**
     * An operation whose agent is being killed for a cancel is no twin: the duplicate would end
     * with it, and the cluster would believe in a monitor that does not exist.
     */
    private Optional<Operation> findTwin(OperationRequest request) {
        return recurring()
                .filter(operation -> operation.repeats(request) && !isCancelling(operation))
                .findFirst();
    }

    private static boolean isCancelling(Operation operation) {
        return operation.state() instanceof Cancelling;
    }

    private void merge(Operation operation, int callId, OperationRequest duplicate) {
        operation.merge(callId, duplicate);
        if (operation.state() instanceof Waiting(Timer timer)) {
            timer.cancel();
            repeat(operation, "duplicate accepted");
        }
    }

    private void enqueue(Operation operation) {
        queue.add(operation);
        Duration delay = operation.request().startDelay();
        if (delay.isPositive()) {
            Timer timer = loop.schedule(delay, () -> delayIsOver(operation));
            operation.become(new Delayed(timer), "start delay");
        }
    }

    private void delayIsOver(Operation operation) {
        operation.become(new Pending(), "start delay over");
        operation.times().due();
        startNext();
    }

    private void repeat(Operation operation, String reason) {
        operation.become(new Blocked(), reason);
        operation.times().due();
        queue.add(operation);
    }

    private void startNext() {
        if (active.isEmpty()) {
            queue.next().ifPresent(this::start);
        }
    }

    private void start(Operation operation) {
        queue.remove(operation);
        active = Optional.of(operation);
        if (operation.request().isRecurring() && operation.state() instanceof Pending) {
            startedRecurring.add(operation);
        }
        operation.times().started();
        AgentRun run = runner.start(operation.call(), new Observer(operation));
        operation.become(new Running(run, Optional.empty()), "its turn");
    }

    private void armTimeout(Operation operation) {
        Duration limit = operation.request().timeout();
        if (limit.isPositive() && operation.state() instanceof Running(AgentRun run, _)) {
            Timer timer = loop.schedule(limit, () -> timeOut(operation, run));
            operation.become(new Running(run, Optional.of(timer)), "agent started");
        }
    }

    private static void timeOut(Operation operation, AgentRun run) {
        log.warn("{} takes longer than its timeout: killing the agent", operation);
        operation.become(new TimingOut(run), "timeout");
        run.timeOut();
    }

    private void cancel(Operation operation, String reason) {
        switch (operation.state()) {
            case Delayed(Timer timer) -> {
                timer.cancel();
                cancelIdle(operation, reason);
            }
            case Waiting(Timer timer) -> {
                timer.cancel();
                cancelIdle(operation, reason);
            }
            case Pending _, Blocked _ -> cancelIdle(operation, reason);
            case Running(AgentRun run, Optional<Timer> timeout) -> {
                timeout.ifPresent(Timer::cancel);
                operation.become(new Cancelling(run), reason);
                run.kill();
            }
            case TimingOut(AgentRun run) -> operation.become(new Cancelling(run), reason);
            case Cancelling _, Ended _ -> {}
        }
    }

    private void cancelIdle(Operation operation, String reason) {
        queue.remove(operation);
        startedRecurring.remove(operation);
        operation.become(new Ended(), reason);
        notify(operation, operation.cancelledWithoutRun());
        // What waited behind the start delay of this operation may have its turn now.
        loop.execute(this::startNext);
    }

    private void ended(Operation operation, RunEnd end) {
        if (operation.state() instanceof Running(_, Optional<Timer> timeout)) {
            timeout.ifPresent(Timer::cancel);
        }
        active = Optional.empty();
        boolean cancelled = isCancelling(operation);
        Result result = RunResult.of(operation, end, cancelled);
        runs.finished(operation.finishedRun(result));
        if (!cancelled && operation.request().isRecurring()) {
            Timer timer =
                    loop.schedule(operation.request().interval(), () -> intervalIsOver(operation));
            operation.become(new Waiting(timer), "run ended");
        } else {
            startedRecurring.remove(operation);
            operation.become(new Ended(), "run ended");
        }
        notify(operation, result);
        operation.times().told();
        replies.release();
        startNext();
    }

    private void intervalIsOver(Operation operation) {
        repeat(operation, "interval over");
        startNext();
    }

    private void notify(Operation operation, Result result) {
        if (operation.isNews(result)) {
            operation.notified(result);
            listener.completed(operation.completion(result, resource.isEmpty()));
        }
    }

    /** Listens to the agent of one operation. */
    private final class Observer implements RunObserver {

        private final Operation operation;

        Observer(Operation operation) {
            this.operation = operation;
        }

        @Override
        public void started() {
            armTimeout(operation);
        }

        @Override
        public void ended(RunEnd end) {
            Lane.this.ended(operation, end);
        }
    }
}

package dev.remotenode.ocf.systemd;

import dev.remotenode.ocf.agent.AgentCall;
import dev.remotenode.ocf.agent.AgentRun;
import dev.remotenode.ocf.agent.RunEnd;
import dev.remotenode.ocf.agent.RunObserver;
import dev.remotenode.ocf.operation.ExecutionStatus;
import dev.remotenode.ocf.operation.OcfExitCode;
import dev.remotenode.ocf.operation.OperationRequest;
import dev.remotenode.ocf.operation.Result;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One action of a unit: between the event loop of its observer and the thread of systemd. */
final class UnitRun implements AgentRun, JobListener {

    private static final Logger log = LoggerFactory.getLogger(UnitRun.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final int ATTEMPTS_PER_TIMEOUT = 10;

    private final OperationRequest request;
    private final UnitName unit;
    private final Systemd systemd;
    private final RunObserver observer;
    private final Executor loop;
    private final AtomicBoolean over = new AtomicBoolean();

    UnitRun(AgentCall call, Systemd systemd, RunObserver observer, Executor loop) {
        this.request = call.request();
        this.unit = UnitName.ofType(call.agent().type());
        this.systemd = systemd;
        this.observer = observer;
        this.loop = loop;
    }

    /** The timeout starts now: systemd may be the one that does not answer. */
    void begin() {
        loop.execute(observer::started);
        systemd.execute(this::attempt);
    }

    private void attempt() {
        if (over.get()) {
            return;
        }
        try {
            follow(systemd.attempt(unit, request));
        } catch (RuntimeException | LinkageError e) {
            log.error("Cannot {} {}", request.action(), unit, e);
            fail(ExecutionStatus.ERROR, "Internal error: " + e.getMessage());
        }
    }

    private void follow(Attempt attempt) {
        switch (attempt) {
            case Attempt.Ended(RunEnd end) -> end(end);
            case Attempt.Undecided _ -> systemd.schedule(pause(), this::attempt);
            case Attempt.JobQueued(String path) -> systemd.jobs().await(path, this);
        }
    }

    private Duration pause() {
        Duration share = request.timeout().dividedBy(ATTEMPTS_PER_TIMEOUT);
        return share.isPositive() && share.compareTo(LONGEST_PAUSE) < 0 ? share : LONGEST_PAUSE;
    }

    @Override
    public void ended(String result) {
        switch (result) {
            case "done" -> end(finished(Result.of(OcfExitCode.OK, ExecutionStatus.DONE)));
            case "timeout" -> fail(ExecutionStatus.TIMED_OUT, "systemd gave up on " + unit);
            default ->
                    fail(
                            ExecutionStatus.ERROR,
                            "systemd's job for %s ended with '%s'".formatted(unit, result));
        }
    }

    /** A unit that has got there meanwhile gives a new job nothing to do. */
    @Override
    public void lost() {
        attempt();
    }

    /** Nobody can take back what systemd was told: only its answer is of no interest any more. */
    @Override
    public void kill() {
        end(finished(Result.of(OcfExitCode.UNKNOWN, ExecutionStatus.PENDING)));
        systemd.execute(() -> systemd.jobs().forget(this));
    }

    @Override
    public void timeOut() {
        end(new RunEnd.Killed(Optional.empty(), Optional.empty()));
        systemd.execute(() -> systemd.jobs().forget(this));
    }

    private void fail(ExecutionStatus status, String reason) {
        end(finished(Result.failure(OcfExitCode.GENERIC_ERROR, status, reason)));
    }

    private static RunEnd finished(Result result) {
        return new RunEnd.Finished(result.exitCode(), result);
    }

    private void end(RunEnd end) {
        if (over.compareAndSet(false, true)) {
            loop.execute(() -> observer.ended(end));
        }
    }
}

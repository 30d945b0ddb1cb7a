package dev.remotenode.ocf.process;

import dev.remotenode.ocf.agent.AgentCall;
import dev.remotenode.ocf.agent.AgentRun;
import dev.remotenode.ocf.agent.CommandLine;
import dev.remotenode.ocf.agent.Preparation.Ready;
import dev.remotenode.ocf.agent.Preparation.Refused;
import dev.remotenode.ocf.agent.Preparation.Withheld;
import dev.remotenode.ocf.agent.RunEnd;
import dev.remotenode.ocf.agent.RunObserver;
import dev.remotenode.ocf.agent.Standards;
import dev.remotenode.ocf.operation.ExecutionStatus;
import dev.remotenode.ocf.operation.OcfExitCode;
import dev.remotenode.ocf.operation.ProcessTree;
import dev.remotenode.ocf.operation.Result;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of an agent: between the event loop of its observer and the thread of its process. */
final class AgentProcess implements AgentRun, ChildObserver {

    private static final Logger log = LoggerFactory.getLogger(AgentProcess.class);

    private final AgentCall call;
    private final Standards standards;
    private final Children children;
    private final HangReporter hangs;
    private final RunObserver observer;
    private final Executor loop;

    // Confined to the thread of the children.
    private Optional<ChildProcess> child = Optional.empty();
    private Optional<ProcessTree> processes = Optional.empty();
    private Set<String> secrets = Set.of();
    private boolean killed;

    AgentProcess(
            AgentCall call,
            Standards standards,
            Children children,
            HangReporter hangs,
            RunObserver observer,
            Executor loop) {
        this.call = call;
        this.standards = standards;
        this.children = children;
        this.hangs = hangs;
        this.observer = observer;
        this.loop = loop;
    }

    /** On the thread of the children. Whatever goes wrong, the observer hears of an end. */
    void launch() {
        try {
            attempt();
        } catch (RuntimeException | OutOfMemoryError e) {
            log.error("Cannot run {}", call.agent(), e);
            report(
                    new RunEnd.NotAttempted(
                            Result.failure(
                                    OcfExitCode.GENERIC_ERROR,
                                    ExecutionStatus.ERROR,
                                    "Internal error: " + e.getMessage())));
        }
    }

    private void attempt() {
        if (killed) {
            report(new RunEnd.Killed(Optional.empty(), Optional.empty()));
            return;
        }
        switch (standards.prepare(call)) {
            case Refused(var result) -> report(new RunEnd.NotAttempted(result));
            case Withheld(OcfExitCode exitCode, String reason) ->
                    tell(end -> end.withheld(exitCode, reason));
            case Ready(CommandLine commandLine) -> {
                secrets = commandLine.secrets();
                child = children.spawn(commandLine, killScope(), this);
            }
        }
    }

    @Override
    public void kill() {
        children.submitUrgent(this::killChild);
    }

    @Override
    public void timeOut() {
        children.submitUrgent(() -> {
            try {
                processes = child.flatMap(hanging -> hangs.report(call, hanging, secrets));
            } finally {
                killChild();
            }
        });
    }

    private void killChild() {
        killed = true;
        child.ifPresent(ChildProcess::kill);
    }

    @Override
    public void started() {
        loop.execute(observer::started);
    }

    @Override
    public void ended(ChildEnd end) {
        tell(meaning -> meaning.of(end));
    }

    private void tell(Function<AgentEnd, RunEnd> end) {
        standards
                .find(call.agent())
                .map(standard -> new AgentEnd(standard, call, processes))
                .map(end)
                .ifPresent(this::report);
    }

    private void report(RunEnd end) {
        loop.execute(() -> observer.ended(end));
    }

    /** What is blocked on failure shall stay as it is: its processes too, as far as possible. */
    private KillScope killScope() {
        boolean block =
                call.request()
                        .parameters()
                        .getOrDefault("CRM_meta_on_fail", "")
                        .equalsIgnoreCase("block");
        return block ? KillScope.PROCESS : KillScope.PROCESS_GROUP;
    }
}

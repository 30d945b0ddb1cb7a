package dev.remotenode.agent.journal;

import dev.remotenode.control.journal.Agent;
import dev.remotenode.control.journal.OperationRun;
import dev.remotenode.control.journal.Process;
import dev.remotenode.ocf.agent.AgentName;
import dev.remotenode.ocf.operation.OperationRequest;
import dev.remotenode.ocf.operation.ProcessSnapshot;
import dev.remotenode.ocf.operation.ProcessTree;
import dev.remotenode.ocf.operation.Result;
import dev.remotenode.ocf.schedule.FinishedRun;
import java.util.List;
import java.util.Optional;

/** One run of an agent, as the journal has it. */
public final class RunRecord {

    private RunRecord() {}

    /** What is to be recorded of a run. */
    static Entry entry(FinishedRun run) {
        OutputExcerpt excerpt = OutputExcerpt.of(run.result().output().orElse(""));
        // Output may be large, and would wait with everything else.
        FinishedRun kept =
                new FinishedRun(
                        run.callId(),
                        run.request(),
                        run.agent(),
                        run.waited(),
                        run.started(),
                        run.ran(),
                        run.result().withOutput(Optional.empty()));
        return new Entry(
                run.started().plus(run.ran()), record -> record.setOperation(of(kept, excerpt)));
    }

    private static OperationRun.Builder of(FinishedRun run, OutputExcerpt excerpt) {
        OperationRequest request = run.request();
        Result result = run.result();
        Secrets secrets = Secrets.of(request.parameters());
        OperationRun.Builder operation =
                OperationRun.newBuilder()
                        .setResource(request.resourceId())
                        .setAgent(agent(run.agent()))
                        .setAction(request.action())
                        .setIntervalMs(request.interval().toMillis())
                        .setTimeoutMs(request.timeout().toMillis())
                        .addAllParameters(secrets.parameters())
                        .setCallId(run.callId())
                        .setStartedMs(run.started().toEpochMilli())
                        .setWaitedMs(run.waited().toMillis())
                        .setRanMs(run.ran().toMillis())
                        .setExitCode(result.exitCode())
                        .setStatus(result.status().code())
                        .setReason(secrets.conceal(result.exitReason().orElse("")))
                        .setOutput(secrets.output(excerpt.text()))
                        .setOutputCut(excerpt.cut());
        result.processes().ifPresent(tree -> addProcesses(operation, tree, secrets));
        return operation;
    }

    /** An agent's name. */
    public static Agent agent(AgentName name) {
        return Agent.newBuilder()
                .setStandard(name.standard())
                .setProvider(name.provider().orElse(""))
                .setType(name.type())
                .build();
    }

    private static void addProcesses(
            OperationRun.Builder operation, ProcessTree tree, Secrets secrets) {
        List<Process> processes =
                tree.processes().stream().map(process -> process(process, secrets)).toList();
        operation.addAllProcesses(processes).setProcessesIncomplete(!tree.complete());
    }

    private static Process process(ProcessSnapshot process, Secrets secrets) {
        return Process.newBuilder()
                .setPid(process.pid())
                .setParent(process.parent())
                .setDepth(process.depth())
                .setState(String.valueOf(process.state()))
                .setWaitChannel(process.waitChannel().orElse(""))
                .setCpuMs(process.cpuTime().toMillis())
                .setCommandLine(secrets.conceal(process.commandLine()))
                .addAllKernelStack(process.kernelStack())
                .setLeftGroup(process.leftGroup())
                .build();
    }
}

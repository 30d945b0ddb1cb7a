package dev.remotenode.agent.cli.history;

import dev.remotenode.agent.cli.document.Item;
import dev.remotenode.agent.cli.document.ItemBuilder;
import dev.remotenode.agent.journal.OperationOutcome;
import dev.remotenode.control.journal.OperationRun;
import dev.remotenode.control.journal.Parameter;
import dev.remotenode.control.journal.Process;
import dev.remotenode.control.journal.Record;
import dev.remotenode.control.journal.Repetition;
import java.util.Locale;

/** An operation that has ended, for programs. */
public final class OperationItem {
    private OperationItem() {}

    public static Item of(JournalEntry entry) {
        Record record = entry.record();
        OperationRun run = record.getOperation();
        ItemBuilder item =
                Item.named("operation")
                        .with("number", record.getNumber())
                        .with("resource", run.getResource())
                        .with("agent", OperationText.agent(run.getAgent()))
                        .with("action", run.getAction())
                        .with("interval-ms", run.getIntervalMs())
                        .with("timeout-ms", run.getTimeoutMs())
                        .with("call-id", run.getCallId())
                        .with("started", ReadableTime.iso(run.getStartedMs()))
                        .with("waited-ms", run.getWaitedMs())
                        .with("ran-ms", run.getRanMs())
                        .with("exit-code", run.getExitCode())
                        .with("execution-status", run.getStatus())
                        .with("outcome", outcome(run))
                        .with("reason", run.getReason())
                        .with("output", run.getOutput())
                        .with("output-cut", run.getOutputCut())
                        .with(
                                "parameters",
                                run.getParametersList().stream()
                                        .map(OperationItem::parameter)
                                        .toList())
                        .with(
                                "processes",
                                run.getProcessesList().stream()
                                        .map(OperationItem::process)
                                        .toList());
        entry.repetition().ifPresent(repetition -> item.with(repeated(repetition)));
        return item.build();
    }

    private static String outcome(OperationRun run) {
        return OperationOutcome.of(run).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Item repeated(Record record) {
        Repetition repetition = record.getRepetition();
        return Item.named("repeated")
                .with("times", repetition.getCount())
                .with("last", ReadableTime.iso(record.getTimeMs()))
                .with("longest-ms", repetition.getLongestMs())
                .with("total-ms", repetition.getTotalMs())
                .with("longest-wait-ms", repetition.getLongestWaitMs())
                .build();
    }

    private static Item parameter(Parameter parameter) {
        return Item.named("parameter")
                .with("name", parameter.getName())
                .with("value", parameter.getValue())
                .with("masked", parameter.getMasked())
                .build();
    }

    private static Item process(Process process) {
        return Item.named("process")
                .with("pid", process.getPid())
                .with("parent", process.getParent())
                .with("depth", process.getDepth())
                .with("state", process.getState())
                .with("wait-channel", process.getWaitChannel())
                .with("cpu-ms", process.getCpuMs())
                .with("command-line", process.getCommandLine())
                .with("kernel-stack", String.join(" < ", process.getKernelStackList()))
                .with("outside-of-group", process.getLeftGroup())
                .build();
    }
}

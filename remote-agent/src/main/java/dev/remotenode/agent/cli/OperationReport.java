package dev.remotenode.agent.cli;

import dev.remotenode.agent.cli.history.JournalEntry;
import dev.remotenode.agent.cli.history.OperationText;
import dev.remotenode.agent.cli.history.ReadableTime;
import dev.remotenode.agent.journal.OperationOutcome;
import dev.remotenode.control.journal.OperationRun;
import dev.remotenode.control.journal.Parameter;
import dev.remotenode.control.journal.Process;
import dev.remotenode.control.journal.Record;
import dev.remotenode.control.journal.Repetition;
import java.util.ArrayList;
import java.util.List;

/** All about one operation, in lines for people. */
record OperationReport(JournalEntry entry, Style style) {

    /** Given by the cluster to each operation, for itself. */
    private static final String META = "CRM_meta_";

    List<String> lines() {
        OperationRun run = entry.record().getOperation();
        List<String> lines = new ArrayList<>();
        lines.add(
                style.strong(
                        "%s of %s (%s)"
                                .formatted(
                                        OperationText.action(run.getAction(), run.getIntervalMs()),
                                        run.getResource(),
                                        OperationText.agent(run.getAgent()))));
        lines.addAll(facts(run).lines("  "));
        lines.addAll(section("Parameters:", parameters(run)));
        lines.addAll(
                section(
                        run.getOutputCut() == 0
                                ? "Output:"
                                : "Output (%d characters before are not recorded):"
                                        .formatted(run.getOutputCut()),
                        run.getOutput().lines().map(line -> "  " + line).toList()));
        lines.addAll(
                section(
                        "What it was doing when its time was over%s:"
                                .formatted(
                                        run.getProcessesIncomplete()
                                                ? " (as far as it was examined)"
                                                : ""),
                        run.getProcessesList().stream().flatMap(p -> lines(p).stream()).toList()));
        return lines;
    }

    private Table facts(OperationRun run) {
        Table facts = new Table();
        String result = OperationText.result(run);
        boolean bad = OperationOutcome.of(run).isBad();
        facts.row("Result:", bad ? style.bad(result) : style.good(result));
        if (!run.getReason().isEmpty()) {
            facts.row("Reason:", run.getReason());
        }
        facts.row(
                "Started:",
                "%s, after waiting %s for its turn"
                        .formatted(
                                ReadableTime.of(run.getStartedMs()),
                                ReadableTime.duration(run.getWaitedMs())));
        facts.row(
                "Took:",
                ReadableTime.duration(run.getRanMs())
                        + (run.getTimeoutMs() == 0
                                ? ""
                                : " of " + ReadableTime.duration(run.getTimeoutMs())));
        entry.repetition()
                .map(Record::getRepetition)
                .ifPresent(repetition -> facts.row("Repeated:", repeated(repetition)));
        facts.row(
                "Number:",
                "%d (call %d in the log)".formatted(entry.record().getNumber(), run.getCallId()));
        return facts;
    }

    private String repeated(Repetition repetition) {
        return "%d times with this result, the last time %s; mean %s, longest %s, waited %s at most"
                .formatted(
                        repetition.getCount(),
                        ReadableTime.of(entry.lastMillis()),
                        ReadableTime.duration(
                                repetition.getTotalMs() / Math.max(1, repetition.getCount())),
                        ReadableTime.duration(repetition.getLongestMs()),
                        ReadableTime.duration(repetition.getLongestWaitMs()));
    }

    private static List<String> parameters(OperationRun run) {
        Table table = new Table();
        run.getParametersList().stream()
                .filter(parameter -> !parameter.getName().startsWith(META))
                .forEach(parameter -> table.row(parameter.getName(), value(parameter)));
        return table.lines("  ");
    }

    private static String value(Parameter parameter) {
        return parameter.getMasked() ? "(secret)" : parameter.getValue();
    }

    private List<String> lines(Process process) {
        List<String> lines = new ArrayList<>();
        String indent = "  ".repeat(process.getDepth() + 1);
        lines.add(
                indent
                        + style.strong(process.getCommandLine())
                        + "  (%d) state %s%s, %s of CPU%s"
                                .formatted(
                                        process.getPid(),
                                        process.getState(),
                                        process.getWaitChannel().isEmpty()
                                                ? ""
                                                : " in " + process.getWaitChannel(),
                                        ReadableTime.duration(process.getCpuMs()),
                                        process.getLeftGroup()
                                                ? ", outside of the process group"
                                                : ""));
        if (process.getKernelStackCount() > 0) {
            lines.add(
                    indent
                            + "  in the kernel: "
                            + String.join(" < ", process.getKernelStackList()));
        }
        return lines;
    }

    private List<String> section(String title, List<String> content) {
        if (content.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of("", title));
        lines.addAll(content);
        return lines;
    }
}

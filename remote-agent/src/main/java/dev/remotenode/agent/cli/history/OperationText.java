package dev.remotenode.agent.cli.history;

import dev.remotenode.agent.journal.OperationOutcome;
import dev.remotenode.control.journal.Agent;
import dev.remotenode.control.journal.OperationRun;
import dev.remotenode.ocf.operation.ExecutionStatus;
import dev.remotenode.ocf.operation.OcfExitCode;
import java.util.Locale;

/** Operations in the words of people who run clusters. */
public final class OperationText {
    private OperationText() {}

    /** Such as {@code ocf:heartbeat:IPaddr2}. */
    public static String agent(Agent agent) {
        return agent.getProvider().isEmpty()
                ? agent.getStandard() + ":" + agent.getType()
                : "%s:%s:%s".formatted(agent.getStandard(), agent.getProvider(), agent.getType());
    }

    /** Such as {@code monitor every 10 s}. */
    public static String action(String action, long intervalMillis) {
        return intervalMillis == 0
                ? action
                : "%s every %s".formatted(action, ReadableTime.duration(intervalMillis));
    }

    /** What became of it. */
    public static String result(OperationRun run) {
        return switch (OperationOutcome.of(run)) {
            case TIMED_OUT -> "timed out after " + ReadableTime.duration(run.getRanMs());
            case CANCELLED -> "cancelled";
            case PENDING -> "pending";
            case FINE, FAILED -> exit(run);
        };
    }

    private static String exit(OperationRun run) {
        String code =
                OcfExitCode.of(run.getExitCode())
                        .map(known -> words(known.name()))
                        .orElse("unknown code");
        String text = "%s (%d)".formatted(code, run.getExitCode());
        return ExecutionStatus.of(run.getStatus())
                .filter(status -> status != ExecutionStatus.DONE)
                .map(status -> "%s: %s".formatted(words(status.name()), text))
                .orElse(text);
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

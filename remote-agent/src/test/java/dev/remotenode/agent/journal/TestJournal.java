package dev.remotenode.agent.journal;

import dev.remotenode.control.journal.Record;
import dev.remotenode.ocf.agent.AgentName;
import dev.remotenode.ocf.operation.ExecutionStatus;
import dev.remotenode.ocf.operation.NotifyRule;
import dev.remotenode.ocf.operation.OperationRequest;
import dev.remotenode.ocf.operation.Originator;
import dev.remotenode.ocf.operation.Result;
import dev.remotenode.ocf.schedule.FinishedRun;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs to record, and questions about them. */
final class TestJournal {

    static final JournalQuery EVERYTHING =
            new JournalQuery(
                    Set.of(),
                    Optional.empty(),
                    false,
                    false,
                    Instant.EPOCH,
                    JournalQuery.MOST,
                    true);

    private TestJournal() {}

    /** All records in a folder, the oldest first. */
    static List<Record> in(Path folder) {
        return JournalReader.of(folder).read(EVERYTHING).reversed();
    }

    static FinishedRun run(String resource, String action, Result result) {
        return run(resource, action, Duration.ZERO, Map.of(), result);
    }

    static FinishedRun monitor(String resource, Result result) {
        return run(resource, "monitor", Duration.ofSeconds(10), Map.of(), result);
    }

    static FinishedRun run(
            String resource,
            String action,
            Duration interval,
            Map<String, String> parameters,
            Result result) {
        return new FinishedRun(
                7,
                new OperationRequest(
                        resource,
                        action,
                        interval,
                        Duration.ofSeconds(20),
                        Duration.ZERO,
                        new LinkedHashMap<>(parameters),
                        Optional.empty(),
                        new NotifyRule(false, false),
                        new Originator("node1")),
                new AgentName("ocf", Optional.of("test"), "Dummy"),
                Duration.ofMillis(3),
                Instant.ofEpochSecond(1000),
                Duration.ofMillis(250),
                result);
    }

    static Result exit(int code) {
        return new Result(code, ExecutionStatus.DONE, Optional.empty(), Optional.empty());
    }

    static Result exit(int code, String reason, String output) {
        return new Result(code, ExecutionStatus.DONE, Optional.of(reason), Optional.of(output));
    }
}

package dev.remotenode.ocf.forensics;

import dev.remotenode.ocf.operation.ProcessSnapshot;
import dev.remotenode.ocf.operation.ProcessTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Says what an agent and all that it started are doing. Used by one thread, which it keeps for a
 * tenth of its time at most, however many agents hang at once: the process table, which takes most
 * of it, is used again for ten times as long as it took to read.
 */
public final class ProcessExaminer {

    private static final Duration TABLE_LIMIT = Duration.ofMillis(100);
    private static final int REUSE_FACTOR = 10;
    private static final int MEMBERS_LIMIT = 32;
    private static final int COMMAND_LINE_BYTES = 512;
    private static final int SYMBOL_BYTES = 128;
    private static final int STACK_BYTES = 2048;

    private final ProcFiles files;
    private ProcessTable table = new ProcessTable(List.of(), false);
    private long usableUntil = System.nanoTime();

    /**
     * Examines nothing yet.
     *
     * @param proc where the proc file system is mounted
     */
    public ProcessExaminer(Path proc) {
        this.files = new ProcFiles(proc);
    }

    /**
     * Examines a running agent; without any process if it is gone or cannot be seen.
     *
     * @param secrets not to be told, wherever they are found
     */
    public ProcessTree examine(int agent, Collection<String> secrets) {
        List<Family.Member> family = Family.of(agent, currentTable());
        if (family.isEmpty()) {
            // Younger than the table.
            family =
                    files.entry(Integer.toString(agent)).stream()
                            .map(process -> new Family.Member(process, 0))
                            .toList();
        }
        List<ProcessSnapshot> snapshots =
                family.stream()
                        .limit(MEMBERS_LIMIT)
                        .map(member -> snapshot(member, agent, secrets))
                        .toList();
        return new ProcessTree(snapshots, table.complete() && family.size() == snapshots.size());
    }

    private ProcessTable currentTable() {
        long now = System.nanoTime();
        if (now - usableUntil >= 0) {
            table = files.table(TABLE_LIMIT);
            long read = System.nanoTime();
            usableUntil = read + REUSE_FACTOR * (read - now);
        }
        return table;
    }

    private ProcessSnapshot snapshot(Family.Member member, int agent, Collection<String> secrets) {
        ProcessEntry process = member.process();
        String pid = Integer.toString(process.pid());
        List<String> stack =
                text(pid, "stack", STACK_BYTES).map(KernelSymbols::ofStack).orElse(List.of());
        return new ProcessSnapshot(
                process.pid(),
                process.parent(),
                member.depth(),
                process.group() != agent,
                process.state(),
                text(pid, "wchan", SYMBOL_BYTES)
                        .flatMap(KernelSymbols::ofWaitChannel)
                        .or(() -> stack.stream().findFirst()),
                process.cpuTime(),
                files.beginning(pid, "cmdline", COMMAND_LINE_BYTES)
                        .map(arguments -> CommandLineText.of(arguments, secrets))
                        .orElse("[" + process.name() + "]"),
                stack);
    }

    private Optional<String> text(String pid, String file, int limit) {
        return files.beginning(pid, file, limit)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}

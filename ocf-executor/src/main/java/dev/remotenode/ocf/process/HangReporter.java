package dev.remotenode.ocf.process;

import dev.remotenode.ocf.agent.AgentCall;
import dev.remotenode.ocf.forensics.ProcessExaminer;
import dev.remotenode.ocf.operation.ProcessSnapshot;
import dev.remotenode.ocf.operation.ProcessTree;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes into the log what an agent that takes too long is doing: at once, not when it has ended,
 * because a process that waits for a dead disk may never end. Confined to the thread of {@link
 * Children}.
 */
record HangReporter(ProcessExaminer examiner) {

    private static final Logger log = LoggerFactory.getLogger(HangReporter.class);

    /**
     * Examines a child before it is killed; empty if it has ended.
     *
     * @param secrets to be told to nobody
     */
    Optional<ProcessTree> report(AgentCall call, ChildProcess child, Set<String> secrets) {
        if (child.pid().isEmpty()) {
            return Optional.empty();
        }
        ProcessTree tree = examiner.examine(child.pid().getAsInt(), secrets);
        log.warn(
                "What {} of {} is doing{}:",
                call.request().action(),
                call.request().resourceId(),
                tree.complete() ? "" : " (as far as it was examined)");
        tree.processes().forEach(HangReporter::describe);
        return Optional.of(tree);
    }

    private static void describe(ProcessSnapshot process) {
        log.warn(
                "{}{} (child of {}) {}, {} ms of CPU{}",
                "  ".repeat(process.depth() + 1),
                process.pid(),
                process.parent(),
                process.summary(),
                process.cpuTime().toMillis(),
                process.leftGroup() ? "; outside of the process group" : "");
        if (!process.kernelStack().isEmpty()) {
            log.info(
                    "{}{} in the kernel: {}",
                    "  ".repeat(process.depth() + 1),
                    process.pid(),
                    String.join(" < ", process.kernelStack()));
        }
    }
}

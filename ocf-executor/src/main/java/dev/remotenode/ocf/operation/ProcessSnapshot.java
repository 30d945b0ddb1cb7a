package dev.remotenode.ocf.operation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What one process was doing at a moment.
 *
 * @param depth generations from the agent, which has 0
 * @param leftGroup it is not in the process group of the agent, so killing that does not reach it
 * @param state the kernel's letter: {@code D} waits and cannot even be killed, {@code S} waits,
 *     {@code R} runs, {@code Z} has ended
 * @param waitChannel the kernel's function that it waits in
 * @param cpuTime that it has used since it began
 * @param commandLine maybe cut off; the name in brackets if there is none
 * @param kernelStack functions, innermost first; empty if it may not be seen
 */
public record ProcessSnapshot(
        int pid,
        int parent,
        int depth,
        boolean leftGroup,
        char state,
        Optional<String> waitChannel,
        Duration cpuTime,
        String commandLine,
        List<String> kernelStack) {

    private static final int SUMMARY_COMMAND_LENGTH = 60;

    public ProcessSnapshot {
        kernelStack = List.copyOf(kernelStack);
    }

    /** In a few words, such as {@code in state D in nfs_wait_bit_killable: mount}. */
    public String summary() {
        return "in state %s%s: %s"
                .formatted(
                        state,
                        waitChannel.map(function -> " in " + function).orElse(""),
                        shortCommand());
    }

    boolean cannotBeKilled() {
        return state == 'D';
    }

    /** The last command of a pipeline waits for the first, which has the reason to tell. */
    boolean waitsForPipe() {
        return waitChannel.filter(function -> function.contains("pipe")).isPresent();
    }

    boolean hasEnded() {
        return state == 'Z' || state == 'X';
    }

    private String shortCommand() {
        return commandLine.length() <= SUMMARY_COMMAND_LENGTH
                ? commandLine
                : commandLine.substring(0, SUMMARY_COMMAND_LENGTH - 3) + "...";
    }
}

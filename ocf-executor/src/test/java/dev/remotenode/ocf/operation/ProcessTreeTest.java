package dev.remotenode.ocf.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProcessTreeTest {

    @Test
    void oneThatCannotBeKilledTellsMost() {
        assertEquals(
                "in state D in nfs_wait_bit_killable: mount",
                mostTelling("0 S do_wait sh", "1 D nfs_wait_bit_killable mount", "2 S nap sleep"));
    }

    @Test
    void elseTheDeepestDoesUnlessItHasEnded() {
        assertEquals(
                "in state S in hrtimer_nanosleep: sleep",
                mostTelling("0 S do_wait sh", "1 S hrtimer_nanosleep sleep", "2 Z - gone"));
    }

    @Test
    void ofSiblingsTheLastOneIsWhatAScriptWaitsFor() {
        assertEquals(
                "in state R: dd", mostTelling("0 S do_wait sh", "1 S nap background", "1 R - dd"));
    }

    @Test
    void theFirstCommandOfAPipelineHoldsUpTheRest() {
        assertEquals(
                "in state S in nap: status",
                mostTelling("0 S do_wait sh", "1 S nap status", "1 S anon_pipe_read grep"));
    }

    @Test
    void aLongCommandLineIsCutOffInTheSummary() {
        String summary = mostTelling("0 R - " + "x".repeat(1000));

        assertEquals("in state R: " + "x".repeat(57) + "...", summary);
    }

    @Test
    void nothingSeenTellsNothing() {
        assertEquals(Optional.empty(), new ProcessTree(List.of(), false).mostTelling());
    }

    private static String mostTelling(String... lines) {
        List<String> all = Stream.of(lines).toList();
        List<ProcessSnapshot> processes =
                IntStream.range(0, all.size())
                        .mapToObj(index -> process(index, all.get(index).split(" ", 4)))
                        .toList();
        return new ProcessTree(processes, true).mostTelling().orElseThrow().summary();
    }

    /** Depth, state, wait channel or a dash, and command line. */
    private static ProcessSnapshot process(int pid, String[] words) {
        return new ProcessSnapshot(
                pid,
                0,
                Integer.parseInt(words[0]),
                false,
                words[1].charAt(0),
                Optional.of(words[2]).filter(function -> !function.equals("-")),
                Duration.ZERO,
                words[3],
                List.of());
    }
}

package dev.remotenode.ocf.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.ocf.agent.RunEnd;
import dev.remotenode.ocf.posix.Signals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Much output and many children at once. */
@Timeout(120)
class ManyChildrenTest {

    private static final int BURSTS = 10;
    private static final int BURST = 200;

    private final AgentFolder agents;
    @AutoClose private final Runs runs;

    ManyChildrenTest(@TempDir Path folder) {
        agents = new AgentFolder(folder);
        runs = new Runs(agents);
    }

    @Test
    void outputBeyondTheLimitIsReadAndForgotten() {
        agents.script("Floods", "head -c 11000000 /dev/zero | tr '\\0' x; exit 7");

        RunEnd.Finished end = runs.finish("Floods");

        assertEquals(7, end.agentCode());
        assertEquals(OutputBuffer.LIMIT, end.result().output().orElseThrow().length());
    }

    @Test
    void bothStreamsAreReadSideBySide() {
        agents.script(
                "Floods",
                "head -c 1000000 /dev/zero | tr '\\0' x >&2",
                "head -c 1000000 /dev/zero | tr '\\0' y",
                "head -c 1000000 /dev/zero | tr '\\0' x >&2");

        assertEquals("x".repeat(2000000), runs.output("Floods", Map.of()));
    }

    @Test
    void burstsLeaveNothingBehind() throws IOException {
        agents.script("Short", "echo $OCF_RESKEY_number; exit 0");
        runs.finish("Short");
        int descriptors = openDescriptors();

        for (int burst = 0; burst < BURSTS; burst++) {
            List<Runs.Begun> begun =
                    IntStream.range(0, BURST)
                            .mapToObj(number -> runs.begin("Short", Map.of("number", number + "")))
                            .toList();
            for (int number = 0; number < BURST; number++) {
                RunEnd.Finished end = (RunEnd.Finished) begun.get(number).await();
                assertEquals(number + "\n", end.result().output().orElseThrow());
            }
        }

        assertEquals(descriptors, openDescriptors());
        assertEquals(0, ProcessHandle.current().children().count());
    }

    @Test
    void childrenAreReapedEvenIfTheDaemonWasStartedToIgnoreThem() {
        agents.script("Short", "exit 7");
        Signals.ignore(Signals.SIGCHLD);

        try (Runs later = new Runs(agents)) {
            assertEquals(7, later.finish("Short").agentCode());
        }
    }

    private static int openDescriptors() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return (int) descriptors.count();
        }
    }
}

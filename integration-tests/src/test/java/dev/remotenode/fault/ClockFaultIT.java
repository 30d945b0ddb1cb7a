package dev.remotenode.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.remotenode.lab.witness.Load;
import dev.remotenode.lab.witness.PlayedNode;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The time of day jumps, for the daemon alone: no kernel namespace has a time of day of its own, so
 * a library stands between the daemon and the clock. It leaves agents alone.
 */
@Tag("long")
@Timeout(value = 4, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClockFaultIT {
    private static final String LIBRARY = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";

    private static final String OFFSET = "/run/lab/clock";

    @Test
    void neitherBackNorForth() throws Exception {
        FaultStage.play(
                "clock-jumps",
                stage -> {
                    assumeTrue(
                            Files.exists(stage.host().file(LIBRARY)),
                            "the host has no library of faketime");
                    stage.host().write(OFFSET, "+0d\n");
                    stage.replaceDaemon(
                            Map.of(
                                    "LD_PRELOAD", LIBRARY,
                                    "FAKETIME_TIMESTAMP_FILE", OFFSET,
                                    "FAKETIME_CACHE_DURATION", "1",
                                    "FAKETIME_SKIP_CMDS", "bash",
                                    "FAKETIME_DONT_FAKE_MONOTONIC", "1"));
                    PlayedNode node = stage.join("node1");
                    Load load = stage.load(node, 20);
                    for (String jump : List.of("+40d", "-40d", "+0d")) {
                        stage.host().write(OFFSET, jump + "\n");
                        stage.goOn(load, node);
                    }
                    // Forty days from any day on are in another month.
                    long months =
                            stage.node().log().lines().map(ClockFaultIT::month).distinct().count();
                    assertTrue(months >= 3, "the daemon has not seen the jumps");
                });
    }

    private static String month(String line) {
        return line.substring(0, Math.min(3, line.length()));
    }
}

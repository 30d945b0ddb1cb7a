package dev.remotenode.fault;

import dev.remotenode.lab.witness.Load;
import dev.remotenode.lab.witness.PlayedNode;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Processes are stopped for a while, or for good. */
@Timeout(value = 4, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StoppedProcessIT {
    private static final Duration AMPLE = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofSeconds(2);

    @Test
    void anAgentThatIsContinuedIsReportedWhenItHasEnded() throws Exception {
        FaultStage.play(
                "agent-continued",
                stage -> {
                    PlayedNode node = stage.join("node1");
                    node.register("pump");
                    String slow = node.once("pump", "start", AMPLE, "sleep 0.5");
                    String next = node.once("pump", "monitor", AMPLE, "true");
                    stage.awaitBegin(slow);
                    stage.signal("-STOP", slow);

                    Load load = stage.load(node, 50);
                    stage.signal("-CONT", slow);

                    node.awaitReport(next);
                    stage.goOn(load, node);
                });
    }

    @Test
    void anAgentThatIsNotIsEndedWhenItsTimeIsOver() throws Exception {
        FaultStage.play(
                "agent-stopped",
                stage -> {
                    PlayedNode node = stage.join("node1");
                    node.register("pump");
                    String stopped = node.once("pump", "start", SHORT, "sleep 1d & sleep 1d");
                    stage.awaitBegin(stopped);
                    stage.signal("-STOP", stopped);

                    stage.load(node, 0);

                    node.awaitReport(stopped);
                });
    }

    @Test
    void theDaemonItselfMissesNothing() throws Exception {
        FaultStage.play(
                "daemon-stopped",
                stage -> {
                    PlayedNode node = stage.join("node1");
                    Load load = stage.load(node, 0);
                    node.register("pump");
                    String during = node.once("pump", "start", AMPLE, "sleep 1");
                    String late = node.once("pump", "monitor", SHORT, "sleep 1d & sleep 1d");
                    stage.awaitBegin(during);
                    stage.node().daemon().pause();
                    load.wish(node, 50);
                    stage.awaitEnd(during);
                    stage.node().daemon().resume();

                    node.awaitReport(late);
                    stage.goOn(load, node);
                });
    }
}

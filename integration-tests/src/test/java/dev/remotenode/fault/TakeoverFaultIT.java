package dev.remotenode.fault;

import dev.remotenode.lab.witness.Load;
import dev.remotenode.lab.witness.PlayedNode;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Another cluster node takes over in the middle of everything. */
@Timeout(value = 4, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TakeoverFaultIT {
    private static final Duration AMPLE = Duration.ofSeconds(60);
    private static final int TAKEOVERS = 5;

    @Test
    void whatTheFirstHasAskedForIsReportedToTheNext() throws Exception {
        FaultStage.play(
                "takeover-in-operation",
                stage -> {
                    PlayedNode first = stage.visit("node1");
                    first.register("pump");
                    String slow = first.once("pump", "start", AMPLE, "sleep 1");
                    String waiting = first.once("pump", "monitor", AMPLE, "true");
                    stage.awaitBegin(slow);

                    PlayedNode second = stage.join("node2");
                    first.leave();

                    second.awaitReport(slow);
                    second.awaitReport(waiting);
                });
    }

    @Test
    void oneAfterTheOtherUnderLoad() throws Exception {
        FaultStage.play(
                "takeovers-under-load",
                stage -> {
                    PlayedNode node = stage.visit("node0");
                    Load load = stage.load(node, 0);
                    for (int i = 1; i <= TAKEOVERS; i++) {
                        load.wish(node, 20);
                        PlayedNode next =
                                i < TAKEOVERS ? stage.visit("node" + i) : stage.join("node" + i);
                        node.poke().join();
                        node.leave();
                        next.inherit(node);
                        load.next(next, 20, 10);
                        node = next;
                    }
                });
    }
}

package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lab.junit.RemoteClusterTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tool inside the guest that stays connected, and one end after the other that breaks away. */
@RemoteClusterTest
class GuestToolsLossIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private MonitoringTool tool;

    @BeforeEach
    void startAMonitoringTool(RemoteCluster stage) {
        stage.cluster().awaitIdle(LIMIT);
        tool = MonitoringTool.start(guest(stage));
    }

    @AfterEach
    void killTheTool() {
        tool.signal("KILL");
    }

    @Test
    void isToldOfChanges(RemoteCluster stage) {
        stage.addOnRemoteOnly(Primitive.of("newcomer", "ocf:pacemaker:Dummy"));
        tool.awaitShown("newcomer");
    }

    @Test
    void leavesNothingWhenItIsKilled(RemoteCluster stage) {
        assertNotEquals("", rings(stage));
        killTheTool();
        awaitNothingInSharedMemory(stage);
        Await.until("no ring mapped, by the daemon either", LIMIT, () -> rings(stage).isEmpty());
    }

    @Test
    @BeyondReference("Pacemaker's daemon leaves empty folders in /dev/shm when it is killed")
    void leavesNothingWhenTheDaemonWasKilled(RemoteCluster stage) {
        stage.remote().daemon().kill();
        killTheTool();
        stage.remote().restartDaemon();
        stage.cluster().await("the guest back", LIMIT, now -> now.isOnline("guest1"));
        awaitNothingInSharedMemory(stage);
    }

    @Test
    void findsTheClusterAgainAfterTheLossOfTheProvider(RemoteCluster stage) {
        Host member = stage.cluster().members().getFirst().host();
        member.run("pkill", "--signal", "KILL", "--exact", "pacemaker-contr");
        stage.cluster()
                .await(
                        "the guest managed by the next controller",
                        LIMIT,
                        now -> now.isOnline("guest1") && answers(stage));
        stage.addOnRemoteOnly(Primitive.of("latecomer", "ocf:pacemaker:Dummy"));
        tool.awaitShown("latecomer");
        killTheTool();
        awaitNothingInSharedMemory(stage);
    }

    private static boolean answers(RemoteCluster stage) {
        return guest(stage)
                .run(Command.of("crm_attribute", "--name", "stonith-enabled", "--query"))
                .succeeded();
    }

    private static void awaitNothingInSharedMemory(RemoteCluster stage) {
        assertEquals(
                List.of(),
                Await.until(
                        "nothing in /dev/shm", LIMIT, () -> sharedMemory(stage), List::isEmpty));
    }

    /**
     * The rings that processes of the guest have mapped; the files behind them may have no name any
     * more.
     */
    private static String rings(RemoteCluster stage) {
        return guest(stage)
                .run(Command.of("sh", "-c", "grep --no-messages /dev/shm/qb- /proc/[0-9]*/maps"))
                .output();
    }

    private static List<String> sharedMemory(RemoteCluster stage) {
        try (Stream<Path> files = Files.list(guest(stage).file("/dev/shm"))) {
            return files.map(Path::toString).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Host guest(RemoteCluster stage) {
        return stage.remote().host();
    }
}

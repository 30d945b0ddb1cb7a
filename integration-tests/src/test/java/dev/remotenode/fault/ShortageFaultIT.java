package dev.remotenode.fault;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.remotenode.lab.daemon.DaemonProgram;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.MemoryLimit;
import dev.remotenode.lab.host.ProcessCountLimit;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lab.witness.Load;
import dev.remotenode.lab.witness.PlayedNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The kernel has nothing more to give, in the middle of everything. */
@Timeout(value = 4, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ShortageFaultIT {
    private static final Duration AMPLE = Duration.ofSeconds(60);

    private static final String MOUNT =
            """
            mkdir -p /run/small && mount -t tmpfs -o $1 tmpfs /run/small
            for folder in /dev/shm /var/log/pacemaker; do
                mkdir /run/small/${folder##*/}
                chmod --reference=$folder /run/small/${folder##*/}
                chown --reference=$folder /run/small/${folder##*/}
                mount --bind /run/small/${folder##*/} $folder
            done
            """;

    @Test
    @BeyondReference("2.1.5 ends with a segmentation fault in one of four runs")
    void noProcesses() throws Exception {
        FaultStage.play(
                "no-processes",
                stage -> {
                    Optional<ProcessCountLimit> group =
                            ProcessCountLimit.of(stage.host(), stage.daemon());
                    assumeTrue(group.isPresent(), "no control group for processes can be made");
                    try (ProcessCountLimit limit = group.orElseThrow()) {
                        PlayedNode node = stage.join("node1");
                        Load load = stage.load(node, 50);
                        limit.forbidMore();
                        stage.goOn(load, node);
                        limit.lift();
                        stage.goOn(load, node);
                        node.settle();
                    }
                });
    }

    @Test
    @BeyondReference("below what it has open its poll(2) fails: it spins, and serves nobody")
    void noDescriptors() throws Exception {
        FaultStage.play(
                "no-descriptors",
                stage -> {
                    PlayedNode node = stage.join("node1");
                    Load load = stage.load(node, 50);
                    limitFiles(stage, "3");
                    stage.goOn(load, node);
                    limitFiles(stage, "1024");
                    stage.goOn(load, node);
                });
    }

    @Test
    void littleMemory() throws Exception {
        FaultStage.play(
                "little-memory",
                stage -> {
                    assumeTrue(isSmallOrSpared(stage), "root may not set oom_score_adj here");
                    Optional<MemoryLimit> group = MemoryLimit.of(stage.host(), stage.daemon());
                    assumeTrue(group.isPresent(), "no control group for memory can be made");
                    try (MemoryLimit limit = group.orElseThrow()) {
                        PlayedNode node = stage.join("node1");
                        Load load = stage.load(node, 20);
                        limit.leave(16);
                        node.register("glutton");
                        for (int i = 0; i < 5; i++) {
                            // What is too large is ended by the kernel: the largest first.
                            node.once("glutton", "start", AMPLE, "head -c 1G /dev/zero | tail");
                            stage.goOn(load, node);
                        }
                        limit.lift();
                        stage.goOn(load, node);
                        node.settle();
                    }
                });
    }

    @Test
    void noRoomOnAnyDisk() throws Exception {
        playOnSmallDisks(
                "no-room", "size=512k", "cat /dev/zero >/run/small/filler 2>/dev/null; true");
    }

    @Test
    void noInodes() throws Exception {
        playOnSmallDisks(
                "no-inodes",
                "size=4m,nr_inodes=40",
                "mkdir /run/small/filler; for ((i = 0; i < 100; i++));"
                        + " do : >/run/small/filler/$i; done 2>/dev/null; true");
    }

    /** Log, journal and shared memory are on a disk that gets full. */
    private static void playOnSmallDisks(String title, String options, String fill)
            throws Exception {
        FaultStage.play(
                title,
                stage -> {
                    Host host = stage.host();
                    host.run("bash", "-c", MOUNT, "mount", options);
                    stage.replaceDaemon(
                            Map.of("REMOTE_NODE_STATE_DIRECTORY", "/run/small/journal"));
                    PlayedNode node = stage.join("node1");
                    Load load = stage.load(node, 50);
                    host.run("bash", "-c", fill);
                    stage.goOn(load, node);
                    host.run("rm", "-r", "/run/small/filler");
                    stage.goOn(load, node);
                });
    }

    /** A small daemon needs no right to be spared for the sake of a large agent. */
    private static boolean isSmallOrSpared(FaultStage stage) {
        String rank = stage.host().run("cat", "/proc/" + stage.daemon() + "/oom_score_adj");
        return switch (DaemonProgram.implementationUnderTest()) {
            case C -> true;
            case JAVA -> Integer.parseInt(rank.strip()) < 0;
        };
    }

    private static void limitFiles(FaultStage stage, String limit) {
        stage.host().run("prlimit", "--pid", stage.daemon(), "--nofile=" + limit + ":");
    }
}

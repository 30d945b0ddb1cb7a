package dev.remotenode.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.agent.ActorAgent;
import dev.remotenode.lab.audit.Audit;
import dev.remotenode.lab.audit.Event;
import dev.remotenode.lab.audit.History;
import dev.remotenode.lab.cluster.Cluster;
import dev.remotenode.lab.cluster.ClusterNode;
import dev.remotenode.lab.cluster.ClusterStatus;
import dev.remotenode.lab.cluster.FailedOperation;
import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.Impairment;
import dev.remotenode.lab.host.LabException;
import dev.remotenode.lab.host.UnreliableLine;
import dev.remotenode.lab.junit.RemoteClusterTest;
import dev.remotenode.lab.witness.ControllerLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A real cluster and the network between it and its remote node come to grief. */
@RemoteClusterTest(clusterNodes = 2)
class ClusterFaultIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final List<String> PUMPS = List.of("pump1", "pump2", "pump3");

    /** As the kernel cuts their names. */
    private static final List<String> DAEMONS =
            List.of("pacemaker-contr", "pacemaker-fence", "pacemaker-based", "pacemaker-attrd");

    private static final String CUT =
            "add table inet lab;"
                    + " add chain inet lab in { type filter hook input priority 0; };"
                    + " add rule inet lab in iifname eth0 drop";

    /** All stories are played in one cluster, whose history is one. */
    private static final List<Event> SEEN = new ArrayList<>();

    @Test
    void daemonsOfTheClusterNodeAreKilledOneAfterTheOther(RemoteCluster stage) {
        startPumps(stage);
        for (String daemon : DAEMONS) {
            ClusterNode member = connected(stage);
            skipIf(Weakness.GIVEN_UP, List.of(member), () -> kill(daemon, member, stage));
        }
        judge("killed-daemons", stage);
    }

    private static void kill(String daemon, ClusterNode member, RemoteCluster stage) {
        String controller = pid(DAEMONS.getFirst(), member.host());
        String before = pid(daemon, member.host());
        Instant killed = Instant.now();
        member.host().run("kill", "-9", before);
        Await.until(
                daemon + " to be back",
                LIMIT,
                () -> {
                    String now = pid(daemon, member.host());
                    return !now.isEmpty() && !now.equals(before);
                });
        awaitPumps("the pumps after the loss of " + daemon, stage);
        // Some daemons take the controller with them.
        if (!pid(DAEMONS.getFirst(), member.host()).equals(controller)) {
            SEEN.add(new Event.Left(killed, member.name()));
        }
    }

    /** What keeps a cluster of 2.1.5 from coming back, whatever daemon is in the guest. */
    private enum Weakness {
        /**
         * Before pacemakerd starts a daemon anew, it connects to corosync. When another daemon ends
         * at that moment, it takes the interruption for the end of the cluster, and never asks
         * again.
         */
        GIVEN_UP("Not respawning", "pacemakerd has given one of its daemons up"),

        /**
         * If the loss of the connection and failed monitors are told at once, the scheduler waits
         * for stops of what is on the remote node, and leaves them out as nobody can fence it.
         */
        STUCK_WITHOUT_FENCING(
                "scheduled for unclean node",
                "the cluster waits for what its scheduler has left out");

        private final String logged;
        private final String reason;

        Weakness(String logged, String reason) {
            this.logged = logged;
            this.reason = reason;
        }

        private boolean isLoggedBy(ClusterNode member) {
            return member.host()
                    .run(Command.of("grep", "-q", logged, "/var/log/pacemaker/pacemaker.log"))
                    .succeeded();
        }
    }

    /** A recovery that fails for that reason is no fault of the daemon under test. */
    private static void skipIf(Weakness weakness, List<ClusterNode> members, Runnable recovery) {
        try {
            recovery.run();
        } catch (LabException e) {
            assumeFalse(members.stream().anyMatch(weakness::isLoggedBy), weakness.reason);
            throw e;
        }
    }

    @Test
    void aPartitionComesAndGoes(RemoteCluster stage) {
        startPumps(stage);
        Host guest = stage.remote().host();
        ClusterNode member = connected(stage);
        SEEN.add(new Event.Left(Instant.now(), member.name()));
        guest.run("nft", CUT);
        stage.cluster()
                .await(
                        "the loss of the guest",
                        LIMIT,
                        now -> !now.failuresOf(guest.name()).isEmpty());
        guest.run("nft", "delete", "table", "inet", "lab");
        skipIf(
                Weakness.STUCK_WITHOUT_FENCING,
                stage.cluster().members(),
                () -> awaitPumps("the pumps after the partition", stage));
        judge("partition", stage);
    }

    /** Every tenth is lost, every twentieth comes twice, and all come late and in any order. */
    @Test
    void packetsAreLostAndLateAndInDisorder(RemoteCluster stage) {
        Host guest = stage.remote().host();
        startPumps(stage);
        List<FailedOperation> failuresBefore = stage.cluster().status().failures();
        Impairment bad = new Impairment(Duration.ofMillis(20), Duration.ofMillis(30), 10, 5);
        try (UnreliableLine line = stage.lab().impair(guest, bad)) {
            for (String pump : PUMPS) {
                int starts = stage.actor(pump).timesTold("start");
                stage.cluster().resources().stop(pump);
                stage.cluster().await("the stop of " + pump, LIMIT, now -> now.isStopped(pump));
                stage.cluster().resources().start(pump);
                stage.cluster()
                        .await(
                                "the start of " + pump,
                                LIMIT,
                                now ->
                                        stage.actor(pump).timesTold("start") > starts
                                                && now.isStarted(pump, guest.name()));
            }
            assertTrue(line.carried() > 0, "nothing has gone over the bad line");
        }
        awaitPumps("the pumps after the bad line", stage);
        assertEquals(failuresBefore, stage.cluster().status().failures());
        judge("bad-line", stage);
    }

    private static void startPumps(RemoteCluster stage) {
        for (String pump : PUMPS) {
            stage.addOnRemoteOnly(Primitive.of(pump, ActorAgent.NAME).monitoredEvery(INTERVAL));
        }
        awaitPumps("the start", stage);
    }

    /** Runs on the remote node, and a monitor has been seen since. */
    private static void awaitPumps(String what, RemoteCluster stage) {
        Cluster cluster = stage.cluster();
        cluster.await(what, LIMIT, now -> isWell(now, stage));
        cluster.awaitIdle(LIMIT);
        List<Integer> before = monitors(stage);
        cluster.await(
                "monitors, " + what,
                LIMIT,
                now -> {
                    List<Integer> after = monitors(stage);
                    return isWell(now, stage)
                            && PUMPS.stream()
                                    .map(PUMPS::indexOf)
                                    .allMatch(i -> after.get(i) > before.get(i));
                });
    }

    private static boolean isWell(ClusterStatus now, RemoteCluster stage) {
        String guest = stage.remote().name();
        return now.isOnline(guest) && PUMPS.stream().allMatch(pump -> now.isStarted(pump, guest));
    }

    private static List<Integer> monitors(RemoteCluster stage) {
        return PUMPS.stream().map(pump -> stage.actor(pump).timesTold("monitor")).toList();
    }

    private static ClusterNode connected(RemoteCluster stage) {
        String host =
                stage.cluster()
                        .status()
                        .resource(stage.remote().name())
                        .orElseThrow()
                        .nodes()
                        .getFirst();
        return stage.cluster().members().stream()
                .filter(member -> member.name().equals(host))
                .findFirst()
                .orElseThrow();
    }

    private static String pid(String daemon, Host host) {
        return host.run(Command.of("pgrep", "-o", "-x", daemon)).output().strip();
    }

    private static void judge(String title, RemoteCluster stage) {
        List<Event> seen = new ArrayList<>(SEEN);
        seen.addAll(ControllerLog.read(stage.cluster().members(), stage.remote().host()));
        System.out.printf("[lab] %s: %s%n", title, Audit.insistOn(new History(seen)));
    }
}

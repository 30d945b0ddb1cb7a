package dev.remotenode.soak;

import dev.remotenode.lab.LabSettings;
import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.agent.ActorAgent;
import dev.remotenode.lab.cluster.Cluster;
import dev.remotenode.lab.cluster.ClusterNode;
import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.host.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A real cluster of two with a guest: tools run in the guest all the time, resources fail, and the
 * connection moves from one member to the other. For one thread.
 */
final class ClusterSide implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final int RESOURCES = 10;

    private static final List<String> TOOLS =
            List.of(
                    "crm_attribute --node guest1 --name soak --update 1",
                    "crm_attribute --name cluster-infrastructure --query",
                    "cibadmin --query",
                    "crm_mon -1",
                    "attrd_updater --name speed --update 9",
                    "crm_resource --list",
                    "crm_node --list");

    private final RemoteCluster stage;
    private final Random random;
    private int tools;
    private int failures;
    private int moves;

    ClusterSide(LabSettings settings, long seed) {
        stage = RemoteCluster.open(settings, "soak-cluster", 2);
        random = new Random(seed);
        stage.connect();
        for (int i = 0; i < RESOURCES; i++) {
            stage.addOnRemoteOnly(Primitive.of(id(i), ActorAgent.NAME).monitoredEvery(INTERVAL));
        }
        awaitAll("the start of all resources");
    }

    RemoteCluster stage() {
        return stage;
    }

    /** Does one thing more. */
    void step() throws IOException {
        int lot = random.nextInt(100);
        if (lot < 2) {
            failOne();
        } else if (lot < 3) {
            move();
        } else {
            useTool();
        }
    }

    String summary() {
        return "%d tools run in the guest, %d resources failed, %d moves of the connection"
                .formatted(tools, failures, moves);
    }

    private void useTool() {
        String tool = TOOLS.get(random.nextInt(TOOLS.size()));
        CommandResult result = stage.remote().host().run(Command.of(tool.split(" ")));
        if (!result.succeeded()) {
            throw new LabException(tool + " failed in the guest: " + result);
        }
        tools++;
    }

    /** Its next monitor finds it gone, and the cluster starts it again. */
    private void failOne() throws IOException {
        String id = id(random.nextInt(RESOURCES));
        int starts = stage.actor(id).timesTold("start");
        Files.delete(stage.remote().host().file("/run/resource-agents/Actor-" + id));
        stage.cluster()
                .await(
                        "the recovery of " + id,
                        LIMIT,
                        now ->
                                stage.actor(id).timesTold("start") > starts
                                        && now.isStarted(id, stage.remote().name()));
        stage.cluster().awaitIdle(LIMIT);
        failures++;
    }

    private void move() {
        Cluster cluster = stage.cluster();
        String guest = stage.remote().name();
        String from = cluster.status().resource(guest).orElseThrow().nodes().getFirst();
        String to =
                cluster.members().stream()
                        .map(ClusterNode::name)
                        .filter(name -> !name.equals(from))
                        .findFirst()
                        .orElseThrow();
        // A handshake that took too long on a busy machine forbids a member for good.
        cluster.resources().cleanup(guest);
        cluster.resources().move(guest, to);
        cluster.await("the connection on " + to, LIMIT, now -> now.isStarted(guest, to));
        cluster.awaitIdle(LIMIT);
        moves++;
    }

    private void awaitAll(String what) {
        stage.cluster()
                .await(
                        what,
                        LIMIT,
                        now ->
                                IntStream.range(0, RESOURCES)
                                        .allMatch(
                                                i -> now.isStarted(id(i), stage.remote().name())));
    }

    private static String id(int number) {
        return "pump" + number;
    }

    @Override
    public void close() {
        stage.close();
    }
}

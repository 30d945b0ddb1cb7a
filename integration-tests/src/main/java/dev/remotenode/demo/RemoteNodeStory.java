package dev.remotenode.demo;

import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.cluster.Cluster;
import dev.remotenode.lab.cluster.ClusterStatus;
import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.host.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.function.Predicate;

/** A Dummy resource on a remote node: from its first start, through mishaps, to its stop. */
final class RemoteNodeStory {
    private static final String DUMMY = "dummy";
    private static final String STATE_FILE = "/run/Dummy-" + DUMMY + ".state";
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final RemoteCluster stage;
    private final Cluster cluster;
    private final Story story;
    private final String guest;
    private final String member;

    RemoteNodeStory(RemoteCluster stage, Story story) {
        this.stage = stage;
        this.cluster = stage.cluster();
        this.story = story;
        this.guest = stage.remote().name();
        this.member = cluster.members().getFirst().name();
    }

    /**
     * Tells it all.
     *
     * @throws LabException at the first step that does not hold
     */
    void tell() {
        step("The cluster takes the guest as a remote node", stage::connect, this::isOnline);
        step("A Dummy resource starts on the guest", this::addDummy, this::isOnGuest);
        step("Its recurring monitor reports", () -> {}, this::isMonitored);
        step(
                "It dies, and the monitor reports that",
                this::killDummy,
                status -> hasFailed(status, DUMMY));
        step("The cluster recovers it", () -> {}, this::isOnGuest);
        step("An administrator cleans up the failure", this::cleanUp, this::isClean);
        step("The resource moves to the cluster node", this::moveAway, this::isOnMember);
        step("It moves back", this::moveBack, this::isOnGuest);
        step("The daemon is killed (-9)", this::killDaemon, status -> hasFailed(status, guest));
        step("It is started again", stage.remote()::restartDaemon, this::isOnlineWithDummy);
        step("The resource stops", () -> cluster.resources().stop(DUMMY), this::isStopped);
    }

    private void step(String title, Runnable play, Predicate<ClusterStatus> held) {
        story.step(
                title,
                () -> {
                    play.run();
                    cluster.await("this", LIMIT, held);
                    return cluster.statusText();
                });
    }

    private void addDummy() {
        stage.addPreferringRemote(
                Primitive.of(DUMMY, "ocf:pacemaker:Dummy").monitoredEvery(INTERVAL));
    }

    private void killDummy() {
        try {
            Files.delete(stage.remote().host().file(STATE_FILE));
        } catch (IOException e) {
            throw new LabException("the resource has no state file", e);
        }
    }

    private void cleanUp() {
        cluster.resources().cleanup(DUMMY);
    }

    private void moveAway() {
        cluster.resources().move(DUMMY, member);
    }

    private void moveBack() {
        cluster.resources().clearMove(DUMMY);
    }

    private void killDaemon() {
        cluster.awaitIdle(LIMIT);
        stage.remote().daemon().kill();
    }

    private boolean isOnline(ClusterStatus status) {
        return status.isOnline(guest);
    }

    private boolean isOnGuest(ClusterStatus status) {
        return status.isStarted(DUMMY, guest)
                && Files.exists(stage.remote().host().file(STATE_FILE));
    }

    private boolean isOnMember(ClusterStatus status) {
        return status.isStarted(DUMMY, member);
    }

    private boolean isOnlineWithDummy(ClusterStatus status) {
        return isOnline(status) && isOnGuest(status);
    }

    private boolean isMonitored(ClusterStatus status) {
        return status.operationsOf(DUMMY, guest).stream()
                .anyMatch(operation ->
                        operation.interval().equals(INTERVAL) && operation.code() == 0);
    }

    private boolean isClean(ClusterStatus status) {
        return status.failures().isEmpty() && isOnGuest(status);
    }

    private boolean isStopped(ClusterStatus status) {
        return status.isStopped(DUMMY);
    }

    private static boolean hasFailed(ClusterStatus status, String resource) {
        return !status.failuresOf(resource).isEmpty();
    }
}

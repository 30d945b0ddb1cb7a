package dev.remotenode.demo;

import dev.remotenode.lab.cluster.Cluster;
import dev.remotenode.lab.cluster.ClusterStatus;
import dev.remotenode.lab.cluster.Placement;
import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.history.Act;
import dev.remotenode.lab.history.HistoryRecorder;
import dev.remotenode.lab.host.LabException;
import dev.remotenode.lab.libvirt.Libvirtd;
import dev.remotenode.lab.libvirt.LxcGuest;
import dev.remotenode.lab.libvirt.Mishap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Containers that a cluster runs, and one that it only knows as a remote node, with resources in
 * all of them: they break, and are recovered.
 */
final class GuestsStory {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final List<String> DUMMIES =
            List.of("FAKE1", "FAKE2", "FAKE3", "FAKE4", "FAKE5");

    private static final String REMOTE_NODE = "remote1";

    private final Cluster cluster;
    private final Libvirtd libvirtd;
    private final List<LxcGuest> guests;
    private final LxcGuest machine;
    private final HistoryRecorder recorder;
    private final Story story;
    private final List<Act> acts = new ArrayList<>();

    /**
     * Prepares to tell it.
     *
     * @param guests that the cluster shall start
     * @param machine that runs already, and that a fence device can start anew
     */
    GuestsStory(
            Cluster cluster,
            Libvirtd libvirtd,
            List<LxcGuest> guests,
            LxcGuest machine,
            HistoryRecorder recorder,
            Story story) {
        this.cluster = cluster;
        this.libvirtd = libvirtd;
        this.guests = List.copyOf(guests);
        this.machine = machine;
        this.recorder = recorder;
        this.story = story;
    }

    /** What has been told until now. */
    List<Act> acts() {
        return List.copyOf(acts);
    }

    /**
     * Tells it all.
     *
     * @throws LabException at the first step that does not hold
     */
    void tell() {
        step("A remote node joins, and a device that can fence it", this::addRemoteNode);
        step("The cluster starts three containers, which become nodes", this::startGuests);
        step("Five resources spread over them", this::addResources);
        step("One of them dies, and is recovered where it was", this::breakResource);
        step(
                "The daemon of a container is killed (-9): the container is recovered",
                this::killDaemon);
        step("A container hangs: the cluster ends it and starts it anew", this::freezeGuest);
        step("The remote node hangs: fence_xvm ends it and starts it anew", this::freezeMachine);
    }

    /** Without a device for its members, a cluster that fences starts nothing. */
    private void addRemoteNode() {
        cluster.cib()
                .create(
                        Primitive.of("fence-remote", "stonith:fence_xvm")
                                .withParameter("pcmk_host_map", REMOTE_NODE + ":" + machine.name())
                                .monitoredEvery(Duration.ofSeconds(30)),
                        List.of());
        cluster.enableFencing();
        cluster.cib()
                .create(
                        Primitive.of(REMOTE_NODE, "ocf:pacemaker:remote")
                                .withParameter("server", machine.name())
                                .with(
                                        new Primitive.Action(
                                                "monitor",
                                                Duration.ofSeconds(1),
                                                Duration.ofSeconds(5))),
                        List.of());
        await("the remote node online", now -> now.isOnline(REMOTE_NODE));
    }

    /**
     * Not on the remote node, whose libvirt would not answer; and one after the other, as 2.1.5
     * takes a handshake of five seconds for a wrong key.
     */
    private void startGuests() {
        for (LxcGuest guest : guests) {
            cluster.cib().create(guest.resource(), List.of(Placement.outOfReach(REMOTE_NODE)));
            await(guest.name() + " online", now -> now.isOnline(guest.name()));
        }
    }

    private void addResources() {
        List<Placement> onGuestsOnly =
                cluster.members().stream()
                        .map(member -> Placement.forbidden(member.name()))
                        .toList();
        DUMMIES.forEach(id -> cluster.cib().create(dummy(id), onGuestsOnly));
        await("all resources", this::isAllUp);
    }

    private void breakResource() {
        LxcGuest guest = guests.getFirst();
        String victim =
                DUMMIES.stream()
                        .filter(id -> cluster.status().isStarted(id, guest.name()))
                        .findFirst()
                        .orElseThrow(() -> new LabException("nothing runs on " + guest.name()));
        guest.deleteStateOf(victim);
        await("its failure", now -> !now.failuresOf(victim).isEmpty());
        await("its recovery", now -> isAllUp(now) && guest.hasStateOf(victim));
    }

    private void killDaemon() {
        befalls(guests.get(1), Mishap.KILLED);
    }

    private void freezeGuest() {
        story.say("   (The cluster asks guests every 30 s, and gives them 30 s to answer.)");
        befalls(guests.getLast(), Mishap.FROZEN);
    }

    private void freezeMachine() {
        befalls(machine, Mishap.FROZEN);
    }

    private void befalls(LxcGuest guest, Mishap mishap) {
        cluster.awaitIdle(LIMIT);
        OptionalInt before = libvirtd.running(guest.name());
        mishap.befall(guest.host(), guest.name());
        await(
                "another run of " + guest.name(),
                now -> isAllUp(now) && isAnother(before, libvirtd.running(guest.name())));
    }

    private static boolean isAnother(OptionalInt before, OptionalInt now) {
        return now.isPresent() && !now.equals(before);
    }

    private boolean isAllUp(ClusterStatus now) {
        return now.isOnline(REMOTE_NODE)
                && guests.stream().map(LxcGuest::name).allMatch(now::isOnline)
                && DUMMIES.stream().allMatch(now::isStarted);
    }

    private void await(String what, Predicate<ClusterStatus> held) {
        cluster.await(what, LIMIT, held);
    }

    private void step(String title, Runnable play) {
        Duration from = recorder.now();
        story.step(
                title,
                () -> {
                    play.run();
                    return cluster.statusText();
                });
        acts.add(new Act(title, from, recorder.now().minus(from)));
    }

    private static Primitive dummy(String id) {
        return Primitive.of(id, "ocf:pacemaker:Dummy").monitoredEvery(Duration.ofSeconds(1));
    }
}

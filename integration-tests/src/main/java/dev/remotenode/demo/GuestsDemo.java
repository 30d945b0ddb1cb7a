package dev.remotenode.demo;

import dev.remotenode.lab.KeepOpen;
import dev.remotenode.lab.LabSettings;
import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.cluster.Cluster;
import dev.remotenode.lab.fencing.FenceVirtd;
import dev.remotenode.lab.fencing.SharedKey;
import dev.remotenode.lab.history.HistoryPage;
import dev.remotenode.lab.history.HistoryRecorder;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.LabException;
import dev.remotenode.lab.libvirt.Hypervisor;
import dev.remotenode.lab.libvirt.Libvirtd;
import dev.remotenode.lab.libvirt.LxcGuest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Shows a real cluster that runs containers of libvirt as its guests, and what becomes of them when
 * they break. Needs root. Ends with status 0 only if every step held.
 */
public final class GuestsDemo {
    private static final String NAME = "demo-guests";
    private static final int NOT_HELD = 1;

    private final LabSettings settings;
    private final Story story;
    private final Optional<Path> report;

    private GuestsDemo(LabSettings settings, Story story, Optional<Path> report) {
        this.settings = settings;
        this.story = story;
        this.report = report;
    }

    /**
     * Shows it.
     *
     * @param arguments none, or the file that the report of it is written to
     */
    public static void main(String[] arguments) {
        Optional<Path> report = Stream.of(arguments).findFirst().map(Path::of);
        var demo =
                new GuestsDemo(
                        LabSettings.fromSystemProperties(), Story.onStandardOutput(), report);
        System.exit(demo.play());
    }

    private int play() {
        story.say("The daemon is " + settings.program());
        story.say("A cluster node with libvirt, in namespaces of its own; please wait.");
        try (RemoteCluster stage = RemoteCluster.open(settings, NAME, 1)) {
            return play(stage);
        } catch (LabException e) {
            story.sadEnd(e);
            return NOT_HELD;
        }
    }

    private int play(RemoteCluster stage) {
        Host host = stage.cluster().members().getFirst().host();
        CommandResult preparation = Libvirtd.prepare(host);
        if (!preparation.succeeded()) {
            throw new LabException("libvirt cannot run here: " + preparation.errors());
        }
        new SharedKey().install(host);
        try (Libvirtd libvirtd = Libvirtd.start(host, Hypervisor.LXC);
                FenceVirtd _ =
                        FenceVirtd.start(
                                host,
                                FenceVirtd.Listener.MULTICAST,
                                Libvirtd.BRIDGE,
                                Hypervisor.LXC.uri())) {
            stage.cluster().planInCalm();
            LxcGuest machine = define(stage, "vm1");
            libvirtd.switchOn(machine.xml());
            List<LxcGuest> guests =
                    Stream.of("lxc1", "lxc2", "lxc3").map(name -> define(stage, name)).toList();
            tell(stage, libvirtd, guests, machine);
            KeepOpen.ifWanted(stage.lab());
            story.happyEnd();
            return 0;
        } catch (LabException e) {
            story.say("The logs are in " + settings.evidence().collect(stage.lab(), NAME));
            throw e;
        }
    }

    private LxcGuest define(RemoteCluster stage, String name) {
        return LxcGuest.define(
                stage.cluster().members().getFirst().host(),
                name,
                stage.lab().introduce(name),
                settings.program());
    }

    /** What happened until a step that did not hold is worth a report, too. */
    private void tell(
            RemoteCluster stage, Libvirtd libvirtd, List<LxcGuest> guests, LxcGuest machine) {
        Cluster cluster = stage.cluster();
        HistoryRecorder recorder = HistoryRecorder.start(cluster::status);
        var told = new GuestsStory(cluster, libvirtd, guests, machine, recorder, story);
        try (recorder) {
            told.tell();
        } finally {
            report.ifPresent(file -> write(file, page(recorder, told)));
        }
    }

    private HistoryPage page(HistoryRecorder recorder, GuestsStory told) {
        return new HistoryPage(
                "Guests of a cluster, broken and recovered",
                """
                Three containers of libvirt that Pacemaker %s starts and uses as nodes, and one that it\
                 knows as a remote node.\
                """
                        .formatted(settings.cluster()),
                recorder.history(),
                told.acts(),
                "Everything here was real: corosync, Pacemaker, libvirt and its containers. The"
                        + " cluster's own status was read five times a second.");
    }

    private void write(Path file, HistoryPage page) {
        try {
            Files.writeString(file, page.html());
            story.say("The report is in " + file.toAbsolutePath());
        } catch (IOException e) {
            throw new LabException("cannot write the report to " + file, e);
        }
    }
}

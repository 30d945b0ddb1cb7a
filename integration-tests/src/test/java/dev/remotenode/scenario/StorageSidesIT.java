package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.RemoteNode;
import dev.remotenode.lab.cluster.Cib;
import dev.remotenode.lab.cluster.ClusterStatus;
import dev.remotenode.lab.cluster.Placement;
import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.LoopDisk;
import dev.remotenode.lab.junit.RemoteClusterTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/**
 * Two remote nodes with a storage each, and containers that live on these: all follows when one
 * storage fails. The storages are file systems on loop devices, as volume groups need a
 * device-mapper.
 */
@RemoteClusterTest
class StorageSidesIT {
    private static final List<String> SIDES = List.of("a", "b");
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    /** Ends when lxc-stop asks for it. */
    private static final String INIT =
            """
            #!/bin/sh
            trap 'exit 0' PWR
            while :; do
                sleep 60 &
                wait
            done
            """;

    @Test
    void aContainerFollowsItsStorage(RemoteCluster stage) {
        Host left = stage.remote().host();
        needsContainers(stage);
        System.out.println("[lab] file systems on loop devices stand for volume groups here");
        RemoteNode other = stage.connectAnother("guest2");
        Host right = other.host();
        addSide("a", left, right, stage);
        addSide("b", right, left, stage);
        stage.cluster()
                .await("a side each", LIMIT, now -> runs("a", left, now) && runs("b", right, now));
        assertEquals("on a\n", inside("box-a", left));
        assertEquals("on b\n", inside("box-b", right));

        String undisturbed = firstProcess("box-b", right);
        left.run("umount", "--lazy", mountPoint("a"));
        stage.cluster()
                .await(
                        "both sides on the right",
                        LIMIT,
                        now -> runs("a", right, now) && runs("b", right, now));

        assertEquals("on a\n", inside("box-a", right));
        assertTrue(!containerRuns("box-a", left));
        assertEquals(undisturbed, firstProcess("box-b", right));

        stage.cluster().resources().cleanup("storage-a");
        stage.cluster()
                .await(
                        "a side each again",
                        LIMIT,
                        now -> runs("a", left, now) && runs("b", right, now));
        assertEquals("on a\n", inside("box-a", left));
    }

    @AfterEach
    void stop(RemoteCluster stage) {
        List<String> storages =
                SIDES.stream()
                        .map(side -> "storage-" + side)
                        .filter(id -> stage.cluster().status().resource(id).isPresent())
                        .toList();
        storages.forEach(stage.cluster().resources()::stop);
        stage.cluster()
                .await("all stopped", LIMIT, now -> storages.stream().allMatch(now::isStopped));
    }

    /** A storage with a container on it, at home on one node and welcome on the other. */
    private static void addSide(String side, Host home, Host refuge, RemoteCluster stage) {
        LoopDisk disk = LoopDisk.create(home, "disk-" + side, 16);
        fill(disk, side, home);
        for (Host host : List.of(home, refuge)) {
            host.write("/etc/lxc/box-" + side, configuration(side, stage));
        }
        Cib cib = stage.cluster().cib();
        List<Placement> placements =
                List.of(
                        Placement.forbidden(stage.cluster().members().getFirst().name()),
                        Placement.preferred(home.name()));
        cib.create(
                Primitive.of("storage-" + side, "ocf:heartbeat:Filesystem")
                        .withParameter("device", disk.device())
                        .withParameter("directory", mountPoint(side))
                        .withParameter("fstype", "ext4")
                        .withMeta("migration-threshold", "1")
                        .monitoredEvery(INTERVAL),
                placements);
        String storage = "storage-" + side;
        String box = "box-" + side;
        cib.create(
                Primitive.of(box, "ocf:heartbeat:lxc")
                        .withParameter("container", box)
                        .withParameter("config", "/etc/lxc/" + box)
                        .withMeta("target-role", "Stopped")
                        .with(new Primitive.Action("stop", Duration.ZERO, STOP_LIMIT))
                        .monitoredEvery(INTERVAL),
                List.of());
        cib.constrain(
                """
                <rsc_colocation id="%1$s-follows" rsc="%1$s" with-rsc="%2$s" score="INFINITY"/>
                <rsc_order id="%1$s-later" first="%2$s" then="%1$s"/>
                """
                        .formatted(box, storage));
        stage.cluster().resources().start(box);
    }

    private static void fill(LoopDisk disk, String side, Host host) {
        String folder = mountPoint(side);
        host.run("mkfs.ext4", "-q", disk.device());
        host.run("mkdir", folder);
        host.run("mount", disk.device(), folder);
        host.write(folder + "/root/name", "on " + side + "\n");
        host.write(folder + "/root/init", INIT);
        host.run("chmod", "755", folder + "/root/init");
        host.run("umount", folder);
    }

    private static String configuration(String side, RemoteCluster stage) {
        return """
        lxc.uts.name = box-%1$s
        lxc.cgroup.dir = %3$s
        lxc.rootfs.path = dir:%2$s/root
        lxc.net.0.type = none
        lxc.apparmor.profile = unconfined
        lxc.mount.entry = /bin bin none bind,ro,create=dir 0 0
        lxc.mount.entry = /lib lib none bind,ro,create=dir 0 0
        lxc.mount.entry = /lib64 lib64 none bind,ro,create=dir 0 0
        lxc.mount.entry = /usr usr none bind,ro,create=dir 0 0
        lxc.mount.auto = proc
        lxc.init.cmd = /init
        """
                .formatted(side, mountPoint(side), stage.remote().host().controlGroup());
    }

    private static String mountPoint(String side) {
        return "/var/tmp/storage-" + side;
    }

    private static boolean runs(String side, Host host, ClusterStatus now) {
        return now.isStarted("storage-" + side, host.name())
                && now.isStarted("box-" + side, host.name());
    }

    /** What a container reads on its storage. */
    private static String inside(String box, Host host) {
        return host.run("lxc-attach", "--name=" + box, "--", "/bin/cat", "/name");
    }

    private static boolean containerRuns(String box, Host host) {
        return host.run(Command.of("lxc-info", "--name=" + box, "--state"))
                .output()
                .contains("RUNNING");
    }

    private static String firstProcess(String box, Host host) {
        return host.run("lxc-info", "--name=" + box, "--pid");
    }

    private static void needsContainers(RemoteCluster stage) {
        Host host = stage.remote().host();
        host.write("/etc/lxc/trial", configuration("trial", stage));
        host.run("mkdir", "--parents", mountPoint("trial") + "/root");
        CommandResult trial =
                host.run(
                        Command.of(
                                "lxc-execute",
                                "--name=trial",
                                "--rcfile=/etc/lxc/trial",
                                "--",
                                "/bin/true"));
        if (!trial.succeeded()) {
            String reason = "no container starts on this machine: " + trial.errors();
            System.out.println("[lab] skipped: " + reason);
            throw new TestAbortedException(reason);
        }
    }
}

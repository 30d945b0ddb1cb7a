package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.junit.RemoteClusterTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Agents that people run, with the real services behind them: started, looked at, recovered. */
@RemoteClusterTest
class RealAgentsIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @Test
    void mountsAFileSystem(RemoteCluster stage) {
        Host guest = guest(stage);
        guest.run("truncate", "--size=16M", "/var/tmp/disk");
        guest.run("mkfs.ext4", "-q", "/var/tmp/disk");
        start(
                stage,
                Primitive.of("data", "ocf:heartbeat:Filesystem")
                        .withParameter("device", "/var/tmp/disk")
                        .withParameter("directory", "/var/tmp/data")
                        .withParameter("fstype", "ext4")
                        .withParameter("options", "loop"));
        assertEquals("ext4\n", mountedAt(guest, "/var/tmp/data"));

        guest.run("umount", "/var/tmp/data");
        Await.until("it mounted again", LIMIT, () -> !mountedAt(guest, "/var/tmp/data").isEmpty());

        stage.clear();
        assertEquals("", mountedAt(guest, "/var/tmp/data"));
    }

    @Test
    void takesAnAddress(RemoteCluster stage) {
        String network = guest(stage).address().replaceFirst("[0-9]+$", "");
        String address = network + "200";
        assertFalse(answers(stage, address));
        start(
                stage,
                Primitive.of("address", "ocf:heartbeat:IPaddr2")
                        .withParameter("ip", address)
                        .withParameter("cidr_netmask", "24"));
        assertTrue(answers(stage, address));

        stage.clear();
        assertFalse(answers(stage, address));
    }

    @Test
    void servesPages(RemoteCluster stage) {
        Host guest = guest(stage);
        guest.run("mkdir", "--parents", "/var/log/nginx");
        guest.write("/var/tmp/pages/index.html", "hello from the guest\n");
        guest.write(
                "/etc/nginx/nginx.conf",
                """
                user root;
                pid /run/nginx.pid;
                error_log /var/log/nginx/error.log;
                events {}
                http { server { listen 80; location / { root /var/tmp/pages; } } }
                """);
        start(
                stage,
                Primitive.of("pages", "ocf:heartbeat:nginx")
                        .withParameter("configfile", "/etc/nginx/nginx.conf"));
        assertTrue(page(stage).endsWith("hello from the guest\n"), page(stage));

        guest.run("pkill", "--signal", "KILL", "nginx");
        Await.until("it served again", LIMIT, () -> page(stage).endsWith("from the guest\n"));
    }

    @Test
    void runsADatabase(RemoteCluster stage) {
        Host guest = guest(stage);
        String programs = guest.run("sh", "-c", "echo /usr/lib/postgresql/*/bin").strip();
        String data = "/var/lib/postgresql/clustered";
        asPostgres(guest, programs + "/initdb", "--pgdata", data, "--auth=trust").outputOrFail();
        guest.run(
                "sh",
                "-c",
                "echo \"unix_socket_directories = '/tmp'\" >>%s/postgresql.conf".formatted(data));
        Primitive database =
                Primitive.of("database", "ocf:heartbeat:pgsql")
                        .withParameter("pgctl", programs + "/pg_ctl")
                        .withParameter("psql", programs + "/psql")
                        .withParameter("pgdata", data)
                        .withParameter("socketdir", "/tmp");
        start(stage, database);
        query(guest, "create table kept (what text)");
        query(guest, "insert into kept values ('committed')");

        guest.run("pkill", "--signal", "KILL", "--oldest", "postgres");
        Await.until(
                "the row after a crash",
                LIMIT,
                () -> tryQuery(guest, "select what from kept").output(),
                "committed\n"::equals);

        stage.clear();
        // Its second start may still be under way when it is taken out: then it is stopped after
        // that.
        Await.until(
                "the end of the database",
                LIMIT,
                () -> tryQuery(guest, "select 1"),
                query -> !query.succeeded());
    }

    @Test
    void runsAnInitScript(RemoteCluster stage) {
        Host guest = guest(stage);
        guest.write(
                "/etc/init.d/widget",
                """
                #!/bin/sh
                case $1 in
                start) touch /run/widget ;;
                stop) rm -f /run/widget ;;
                status) [ -e /run/widget ] || exit 3 ;;
                *) exit 2 ;;
                esac
                """);
        guest.run("chmod", "755", "/etc/init.d/widget");
        start(stage, Primitive.of("widget", "lsb:widget"));
        assertTrue(guest.run(Command.of("test", "-e", "/run/widget")).succeeded());

        guest.run("rm", "/run/widget");
        Await.until(
                "it started again",
                LIMIT,
                () -> guest.run(Command.of("test", "-e", "/run/widget")).succeeded());
    }

    @Test
    void runsAContainer(RemoteCluster stage) {
        Host guest = guest(stage);
        guest.run("mkdir", "--parents", "/var/tmp/container/root");
        guest.write(
                "/var/tmp/container/config",
                """
                lxc.uts.name = box
                lxc.rootfs.path = dir:/var/tmp/container/root
                lxc.net.0.type = none
                lxc.apparmor.profile = unconfined
                lxc.mount.entry = /bin bin none bind,ro,create=dir 0 0
                lxc.mount.entry = /lib lib none bind,ro,create=dir 0 0
                lxc.mount.entry = /lib64 lib64 none bind,ro,create=dir 0 0
                lxc.mount.entry = /usr usr none bind,ro,create=dir 0 0
                lxc.mount.auto = proc
                lxc.init.cmd = /bin/sleep infinity
                lxc.cgroup.dir = %s
                """
                        .formatted(guest.controlGroup()));
        CommandResult trial =
                guest.run(
                        Command.of(
                                "lxc-execute",
                                "--name=trial",
                                "--rcfile=/var/tmp/container/config",
                                "--",
                                "/bin/true"));
        needs(trial.succeeded(), "no container starts on this machine: " + trial.errors());
        start(
                stage,
                Primitive.of("box", "ocf:heartbeat:lxc")
                        .withParameter("container", "box")
                        .withParameter("config", "/var/tmp/container/config"));
        assertTrue(containerRuns(guest));

        guest.run("lxc-stop", "--name=box", "--kill");
        Await.until("it runs again", LIMIT, () -> containerRuns(guest));
    }

    @Test
    void activatesAVolumeGroup(RemoteCluster stage) {
        Host guest = guest(stage);
        CommandResult mapper = guest.run(Command.of("dmsetup", "version"));
        needs(mapper.succeeded(), "this kernel has no device-mapper: " + mapper.errors());
        guest.run("truncate", "--size=64M", "/var/tmp/volumes");
        String device = guest.run("losetup", "--find", "--show", "/var/tmp/volumes").strip();
        try {
            guest.run("vgcreate", "--setautoactivation", "n", "vg", device);
            guest.run("lvcreate", "--activate", "n", "--size", "8M", "--name", "lv", "vg");
            start(
                    stage,
                    Primitive.of("volumes", "ocf:heartbeat:LVM-activate")
                            .withParameter("vgname", "vg")
                            .withParameter("vg_access_mode", "system_id"));
            assertTrue(guest.run("lvs", "--noheadings", "--options=lv_active").contains("active"));
            stage.clear();
        } finally {
            guest.run("losetup", "--detach", device);
        }
    }

    private static void start(RemoteCluster stage, Primitive primitive) {
        stage.addOnRemoteOnly(primitive.monitoredEvery(INTERVAL));
        stage.cluster()
                .await(
                        primitive.id() + " started",
                        LIMIT,
                        now -> now.isStarted(primitive.id(), stage.remote().name()));
    }

    private static void needs(boolean there, String otherwise) {
        if (!there) {
            System.out.println("[lab] skipped: " + otherwise);
            throw new TestAbortedException(otherwise);
        }
    }

    private static String mountedAt(Host host, String folder) {
        return host.run(Command.of("findmnt", "--noheadings", "--output=FSTYPE", folder)).output();
    }

    private static boolean containerRuns(Host host) {
        return host.run(Command.of("lxc-info", "--name=box", "--state"))
                .output()
                .contains("RUNNING");
    }

    private static boolean answers(RemoteCluster stage, String address) {
        return member(stage).run(Command.of("ping", "-c", "1", "-W", "1", address)).succeeded();
    }

    private static String page(RemoteCluster stage) {
        String ask =
                "exec 3<>/dev/tcp/%s/80 && printf 'GET / HTTP/1.0\\r\\n\\r\\n' >&3 && cat <&3"
                        .formatted(guest(stage).address());
        return member(stage).run(Command.of("bash", "-c", ask)).output();
    }

    private static void query(Host guest, String statement) {
        tryQuery(guest, statement).outputOrFail();
    }

    private static CommandResult tryQuery(Host guest, String statement) {
        return asPostgres(
                guest,
                "psql",
                "--host=/tmp",
                "--no-align",
                "--tuples-only",
                "--command",
                statement);
    }

    private static CommandResult asPostgres(Host guest, String... command) {
        var arguments = new ArrayList<>(List.of("runuser", "-u", "postgres", "--"));
        arguments.addAll(List.of(command));
        return guest.run(Command.of(arguments));
    }

    private static Host member(RemoteCluster stage) {
        return stage.cluster().members().getFirst().host();
    }

    private static Host guest(RemoteCluster stage) {
        return stage.remote().host();
    }
}

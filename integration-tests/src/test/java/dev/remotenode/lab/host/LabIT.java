package dev.remotenode.lab.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The lab keeps to itself, and leaves nothing behind. */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LabIT {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Command SLEEP = Command.of("sleep", "1d");

    @TempDir private Path folder;

    @Test
    void joinsHostsByName() {
        try (Lab lab = openLab("one")) {
            Host left = lab.addHost("left");
            Host right = lab.addHost("right");

            assertEquals("left\n", left.run("hostname"));
            assertTrue(right.run("getent", "hosts", "left").contains(left.address()));
            // Nobody listens there: to be refused takes an answer from the other host.
            CommandResult refusal =
                    left.run(Command.of("bash", "-c", "exec 3<>/dev/tcp/right/3121"));
            assertTrue(refusal.errors().contains("Connection refused"), refusal.errors());
        }
    }

    @Test
    void hasAFolderThatHostsShare() throws IOException {
        try (Lab lab = openLab("one")) {
            Host left = lab.addHost("left");
            Host right = lab.addHost("right");

            left.run("sh", "-c", "echo 'a disk' >" + Host.SHARED + "/disk");

            assertEquals("a disk\n", right.run("cat", Host.SHARED + "/disk"));
            assertEquals("a disk\n", Files.readString(lab.shared().resolve("disk")));
        }
    }

    @Test
    void cutsAHostOffItsPower() {
        try (Lab lab = openLab("one")) {
            Host left = lab.addHost("left");
            Host right = lab.addHost("right");
            HostProcess sleep = right.start(SLEEP, "sleep.out");

            try (PowerSwitch _ = PowerSwitch.install(lab)) {
                left.run("sh", "-c", "printf 'action=off\\nport=right\\n' | " + PowerSwitch.AGENT);
                sleep.awaitExit(LIMIT);
            }

            assertEquals("left\n", left.run("hostname"));
            assertFalse(Files.exists(Path.of("/usr/sbin", PowerSwitch.AGENT)));
        }
    }

    @Test
    void keepsLabsApart() {
        try (Lab one = openLab("one");
                Lab other = openLab("other")) {
            Host here = one.addHost("here");
            Host there = other.addHost("there");

            here.write("/etc/only-here", "");

            assertEquals(here.address(), there.address());
            assertFalse(there.run(Command.of("test", "-e", "/etc/only-here")).succeeded());
            assertFalse(Files.exists(Path.of("/etc/only-here")));
        }
    }

    @Test
    void bootsAHostFromAnotherRootFileSystem() {
        Path root = otherRoot();
        try (Lab lab = openLab("one")) {
            Host host = lab.addHost("trixie", PacemakerSeries.V3_0);

            assertTrue(host.run("pacemakerd", "--version").startsWith("Pacemaker 3.0"));
            assertEquals("/\n", host.run("findmnt", "--noheadings", "--output", "TARGET", "/"));

            host.write("/usr/bin/only-here", "");
            assertTrue(host.run(Command.of("test", "-e", "/usr/bin/only-here")).succeeded());
            assertFalse(Files.exists(root.resolve("usr/bin/only-here")));
        }
    }

    @Test
    void bootsAHostWithSystemd() throws IOException {
        Path root = otherRoot();
        long init;
        try (Lab lab = openLab("one")) {
            Host host = lab.addBootedHost("trixie", root);
            Host other = lab.addBootedHost("other", root);
            init = host.pid();

            assertEquals("systemd\n", host.run("ps", "-o", "comm=", "1"));
            host.run("systemctl", "stop", "cron");
            CommandResult state = host.run(Command.of("systemctl", "is-active", "cron"));
            assertEquals("inactive\n", state.output());
            assertEquals("active\n", other.run("systemctl", "is-active", "cron"));
            assertTrue(other.run("getent", "hosts", "trixie").contains(host.address()));
        }
        assertFalse(ProcessHandle.of(init).isPresent());
        assertEquals(List.of(), controlGroups());
    }

    @Test
    void endsAllProcessesWhenItCloses() {
        long init;
        try (Lab lab = openLab("one")) {
            Host host = lab.addHost("host");
            init = host.pid();
            // A process that has left the session and the parent that started it.
            host.run("bash", "-c", "setsid sleep 1d >/dev/null 2>&1 </dev/null & disown");
            assertEquals(1, host.processes().mentioning("sleep 1d").size());
        }
        assertFalse(ProcessHandle.of(init).isPresent());
    }

    @Test
    void endsWithTheJvmThatOpenedIt() throws IOException, InterruptedException {
        Process jvm =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                LabOpener.class.getName(),
                                folder.resolve("one").toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        long init = Long.parseLong(jvm.inputReader().readLine());
        assertTrue(ProcessHandle.of(init).isPresent());

        jvm.destroyForcibly().waitFor();

        Await.until("the end of the host", LIMIT, () -> ProcessHandle.of(init).isEmpty());
    }

    @Test
    void endsACommandThatTakesTooLong() {
        try (Lab lab = openLab("one")) {
            Host host = lab.addHost("host");

            assertThrows(LabException.class, () -> host.run(SLEEP.within(Duration.ofMillis(300))));

            Await.until(
                    "the end of the command",
                    LIMIT,
                    () -> host.processes().mentioning("sleep 1d").isEmpty());
        }
    }

    @Test
    void killsWhatRunsInTheBackground() {
        try (Lab lab = openLab("one")) {
            Host host = lab.addHost("host");
            HostProcess sleep = host.start(SLEEP, "sleep.out");

            sleep.kill();

            int sigkill = 9;
            assertEquals(128 + sigkill, sleep.awaitExit(LIMIT));
            assertEquals(List.of(), host.processes().mentioning("sleep 1d"));
        }
    }

    /** Those of open labs, as far as the machine shows them anywhere. */
    private static List<Path> controlGroups() throws IOException {
        var groups = new ArrayList<Path>();
        for (String mount : Files.readAllLines(Path.of("/proc/self/mounts"))) {
            String[] fields = mount.split(" ", -1);
            if (fields[2].equals("cgroup2")) {
                try (Stream<Path> folders = Files.list(Path.of(fields[1]))) {
                    folders.filter(folder -> folder.getFileName().toString().startsWith("lab-"))
                            .forEach(groups::add);
                }
            }
        }
        return groups;
    }

    private static Path otherRoot() {
        try {
            return PacemakerSeries.V3_0.root();
        } catch (LabException e) {
            System.out.printf("[lab] skipped: %s%n", e);
            return Assumptions.abort(e.toString());
        }
    }

    private Lab openLab(String name) {
        return Lab.open(folder.resolve(name), folder);
    }
}

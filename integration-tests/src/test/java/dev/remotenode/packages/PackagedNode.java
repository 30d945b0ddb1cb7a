package dev.remotenode.packages;

import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.Host;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A machine with systemd that the package is installed on.
 *
 * @param host the machine
 */
record PackagedNode(Host host) {
    static final String UNIT = "pacemaker_remote.service";

    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** Installs a package from the lab's folder of programs, without a network. */
    void install(Path deb) {
        apt("install", Host.PROGRAMS + "/" + deb.getFileName());
    }

    /** Installs packages of Debian out of the cache of apt, without a network. */
    void installFromDebian(String... packages) {
        apt("install", packages);
    }

    void purge(String name) {
        apt("purge", name);
    }

    private void apt(String action, String... what) {
        var command = new ArrayList<>(List.of("apt-get", action, "-y", "--no-install-recommends"));
        command.addAll(List.of(what));
        host.run(
                        Command.of(command)
                                .withEnvironment(Map.of("DEBIAN_FRONTEND", "noninteractive"))
                                .within(LIMIT))
                .outputOrFail();
    }

    /** Runs {@code systemctl} on the service; it returns when systemd has done it. */
    void systemctl(String... action) {
        var command = new ArrayList<>(List.of("systemctl"));
        command.addAll(List.of(action));
        command.add(UNIT);
        host.run(Command.of(command).within(LIMIT)).outputOrFail();
    }

    /** What {@code systemctl} says to a question, such as {@code is-active}. */
    String state(String question) {
        return host.run(Command.of("systemctl", question, UNIT)).output().strip();
    }

    void awaitListening(int port) {
        Await.until(
                "the daemon on " + host,
                LIMIT,
                () -> host.run("ss", "-ltn"),
                sockets -> sockets.contains(":" + port + " "));
    }

    String mainProcess() {
        return property("MainPID");
    }

    /** What systemd knows of the service. */
    String property(String name) {
        return host.run("systemctl", "show", "--property=" + name, "--value", UNIT).strip();
    }

    /** The files that the daemon has in its memory. */
    List<String> filesInMemory() {
        return host.run("cat", "/proc/" + mainProcess() + "/maps")
                .lines()
                .filter(line -> line.contains("/"))
                .map(line -> line.substring(line.indexOf('/')))
                .distinct()
                .toList();
    }

    /** What sbd looks at. */
    ProcessIdentity identity() {
        return ProcessIdentity.of(host, mainProcess());
    }

    /** All files but those that package managers and systemd keep for themselves. */
    List<String> files() {
        return host.run(
                        "bash",
                        "-c",
                        "find / -xdev \\( -path /var/lib/dpkg -o -path /var/lib/apt -o -path /var/lib/rpm"
                                + " -o -path /var/cache -o -path /var/lib/systemd \\) -prune"
                                + " -o -print | sort")
                .lines()
                .toList();
    }
}

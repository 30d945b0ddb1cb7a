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

    void purge() {
        apt("purge", "remote-node");
    }

    private void apt(String action, String what) {
        host.run(
                        Command.of("apt-get", action, "-y", "--no-install-recommends", what)
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

    void awaitListening() {
        Await.until(
                "the daemon on " + host,
                LIMIT,
                () -> host.run("ss", "-ltn"),
                sockets -> sockets.contains(":3121"));
    }

    String mainProcess() {
        return host.run("systemctl", "show", "--property=MainPID", "--value", UNIT).strip();
    }

    /** What sbd looks at: the name of the process and its executable. */
    List<String> asSbdSeesIt() {
        String process = "/proc/" + mainProcess();
        return List.of(
                host.run("cat", process + "/comm").strip(),
                host.run("readlink", process + "/exe").strip());
    }

    /** All files but those that dpkg, apt and systemd keep for themselves. */
    List<String> files() {
        return host.run(
                        "bash",
                        "-c",
                        "find / -xdev \\( -path /var/lib/dpkg -o -path /var/lib/apt"
                                + " -o -path /var/cache -o -path /var/lib/systemd \\) -prune"
                                + " -o -print | sort")
                .lines()
                .toList();
    }
}

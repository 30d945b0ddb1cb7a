package dev.remotenode.packages;

import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.Host;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code pcs} on a machine with systemd, and its daemon there.
 *
 * @param host the machine
 */
record Pcs(Host host) {
    /** Of the user {@code hacluster}, as whom nodes sign on to each other. */
    private static final String PASSWORD = "open-sesame";

    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** Lets this node be told what to do by other nodes. */
    void open() {
        host.run("sh", "-c", "echo hacluster:" + PASSWORD + " | chpasswd");
        Await.until(
                "pcsd on " + host,
                LIMIT,
                () -> host.run("ss", "-ltn"),
                sockets -> sockets.contains(":2224"));
    }

    /** Signs on to nodes that are {@linkplain #open() open}. */
    void authenticate(Host... nodes) {
        var command = new ArrayList<>(List.of("host", "auth"));
        for (Host node : nodes) {
            command.add(node.name());
        }
        command.addAll(List.of("-u", "hacluster", "-p", PASSWORD));
        run(command.toArray(String[]::new));
    }

    /** Runs {@code pcs}, which must succeed, and returns all it says. */
    String run(String... words) {
        var command = new ArrayList<>(List.of("pcs"));
        command.addAll(List.of(words));
        var result = host.run(Command.of(command).within(LIMIT));
        return result.outputOrFail() + result.errors();
    }
}

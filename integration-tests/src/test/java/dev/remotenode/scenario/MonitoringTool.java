package dev.remotenode.scenario;

import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.Host;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A {@code crm_mon} that stays connected, and keeps a page of what it has been told. */
record MonitoringTool(Host host) {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String PAGE = "/tmp/status.html";

    /** Starts it, and waits for its first page. */
    static MonitoringTool start(Host host) {
        var tool = new MonitoringTool(host);
        host.run("rm", "--force", PAGE);
        host.run(
                "crm_mon",
                "--daemonize",
                "--interval=1",
                "--output-as=html",
                "--output-to=" + PAGE);
        Await.until("its first page", LIMIT, () -> tool.shows(host.name()));
        return tool;
    }

    boolean shows(String text) {
        Path file = host.file(PAGE);
        try {
            return Files.exists(file) && Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitShown(String text) {
        Await.until(text + " on the page", LIMIT, () -> shows(text));
    }

    /** Sends it a signal, {@code KILL} for instance; it may have gone. */
    void signal(String name) {
        host.run(Command.of("pkill", "--signal", name, "--exact", "crm_mon"));
    }
}

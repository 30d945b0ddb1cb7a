package dev.remotenode.conformance;

import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Host;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What the runs of an agent noted down on a host. */
record Journal(Host host, String name) {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** The commands of bash that note a line down. */
    String note(String line) {
        return "echo " + line + " >>" + path();
    }

    List<String> lines() {
        try {
            Path file = host.file(path());
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until so many more lines are there than now. */
    void awaitMore(int count) {
        int enough = lines().size() + count;
        Await.until(
                enough + " lines in journal " + name, LIMIT, this::lines, l -> l.size() >= enough);
    }

    private String path() {
        return "/run/" + name + ".journal";
    }
}

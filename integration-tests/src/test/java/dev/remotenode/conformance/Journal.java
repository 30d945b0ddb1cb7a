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

    /** The commands of bash that note down all that these commands write. */
    String collect(String commands) {
        return "{ " + commands + "; } >>" + path();
    }

    /** Begins the journal, for whoever wants to write to it. */
    void openToAll() {
        host.write(path(), "");
        host.run("chmod", "666", path());
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
        awaitLines(lines().size() + count);
    }

    /** Waits until there are so many lines. */
    void awaitLines(int count) {
        Await.until(
                count + " lines in journal " + name, LIMIT, this::lines, l -> l.size() >= count);
    }

    /** Waits until this is all there is. */
    void await(List<String> all) {
        Await.until("journal " + name + " to be " + all, LIMIT, this::lines, all::equals);
    }

    private String path() {
        return "/run/" + name + ".journal";
    }
}

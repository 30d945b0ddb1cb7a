package dev.remotenode.lab.agent;

import dev.remotenode.lab.host.Host;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * A resource of {@link ActorAgent} on one host: directions for it, and what it did there.
 *
 * @param resource the resource's id
 */
public record Actor(Host host, String resource) {
    /** From now on the action fails with this exit reason. */
    public void failOn(String action, String reason) {
        host.write(directionFor(action), "fail " + reason + "\n");
    }

    /** From now on the action never ends, nor do a child and a grandchild of it. */
    public void hangOn(String action) {
        host.write(directionFor(action), "hang\n");
    }

    /** From now on the action works, but takes so long. */
    public void lingerOn(String action, Duration time) {
        host.write(directionFor(action), "linger " + time.toSeconds() + "\n");
    }

    /** From now on the action works again. */
    public void behaveOn(String action) {
        try {
            Files.deleteIfExists(host.file(directionFor(action)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All actions that were run for the resource on this host, oldest first. */
    public List<String> journal() {
        Path journal = host.logs().resolve("actor/" + resource + ".journal");
        try {
            return Files.exists(journal) ? Files.readAllLines(journal) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often an action was run for the resource on this host. */
    public int timesTold(String action) {
        return Collections.frequency(journal(), action);
    }

    private String directionFor(String action) {
        return "/run/lab/actor/" + resource + "/" + action;
    }
}

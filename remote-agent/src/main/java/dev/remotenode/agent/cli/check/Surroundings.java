package dev.remotenode.agent.cli.check;

import dev.remotenode.agent.config.AgentConfiguration;
import dev.remotenode.agent.config.Inspection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Where to look, and what the operator expects.
 *
 * @param root the root of the file system
 * @param inspection the settings that the daemon would have
 * @param nodeName the name of the node in the cluster, if it was given
 * @param keyDigest the SHA-256 of the cluster's key in hexadecimal, if it was given
 */
public record Surroundings(
        Path root, Inspection inspection, Optional<String> nodeName, Optional<String> keyDigest) {

    /** Digests are written in either case. */
    public Surroundings {
        keyDigest = keyDigest.map(digest -> digest.toLowerCase(Locale.ROOT));
    }

    AgentConfiguration configuration() {
        return inspection.configuration();
    }

    /** A file of this host. */
    Path file(String absolute) {
        return root.resolve(absolute.substring(1));
    }

    /** The text of a file; empty if it cannot be read. */
    Optional<String> text(String absolute) {
        try {
            return Optional.of(Files.readString(file(absolute)).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

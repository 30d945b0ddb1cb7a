package dev.remotenode.agent.config;

import dev.remotenode.lrmd.tls.CertificatePaths;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How cluster nodes and this one prove to each other who they are.
 *
 * @param keyFiles where the pre-shared key may be, in the order to try; the first readable file
 *     that is not empty holds the key. They may appear while the daemon runs
 * @param keyOverlap how long a key that has been replaced is still accepted; zero for not at all
 * @param certificates the files to use certificates from instead of a key; empty to use the key
 * @param tlsPriorities which versions of TLS and which cipher suites to agree to, in the language
 *     of GnuTLS
 */
public record SecuritySettings(
        List<Path> keyFiles,
        Duration keyOverlap,
        Optional<CertificatePaths> certificates,
        String tlsPriorities) {

    /** Copies the list. */
    public SecuritySettings {
        keyFiles = List.copyOf(keyFiles);
    }
}

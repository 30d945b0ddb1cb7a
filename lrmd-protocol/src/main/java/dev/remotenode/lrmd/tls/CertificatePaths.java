package dev.remotenode.lrmd.tls;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that authentication by certificates takes, all of them PEM.
 *
 * @param authorities the CA certificates that are trusted, and no others
 * @param certificate this side's own certificate, followed by intermediate ones if there are any
 * @param key the private key for it, not encrypted
 * @param revocations lists of revoked certificates
 */
public record CertificatePaths(
        Path authorities, Path certificate, Path key, Optional<Path> revocations) {

    List<Path> all() {
        return Stream.concat(Stream.of(authorities, certificate, key), revocations.stream())
                .toList();
    }
}

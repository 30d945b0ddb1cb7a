package dev.remotenode.lrmd.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Certificates that are read again when one of their files has changed. Files that cannot be used
 * leave in force what was read before: an operator who replaces certificate and key one after the
 * other does no harm. Used by one thread.
 */
public final class RefreshedCertificates implements CertificateSource {

    private static final Logger log = LoggerFactory.getLogger(RefreshedCertificates.class);

    /** How long before a certificate expires it is warned about: as long as Pacemaker does. */
    private static final Duration NOTICE = Duration.ofDays(30);

    private final CertificatePaths paths;
    private List<Optional<FileState>> seen;
    private NodeCertificates inForce;

    private RefreshedCertificates(
            CertificatePaths paths, List<Optional<FileState>> seen, NodeCertificates inForce) {
        this.paths = paths;
        this.seen = seen;
        this.inForce = inForce;
    }

    /**
     * Reads all files for the first time.
     *
     * @throws CertificateFileException if they are of no use
     */
    public static RefreshedCertificates load(CertificatePaths paths)
            throws CertificateFileException {
        // Looked at before they are read: what changes meanwhile is read again.
        List<Optional<FileState>> seen = look(paths);
        return new RefreshedCertificates(paths, seen, NodeCertificates.load(paths));
    }

    @Override
    public NodeCertificates current() {
        refresh();
        return inForce;
    }

    /** Reads the files if one of them has changed, and says in the log what came of it. */
    public void refresh() {
        List<Optional<FileState>> found = look(paths);
        if (found.equals(seen)) {
            return;
        }
        seen = found;
        try {
            inForce = NodeCertificates.load(paths);
            log.info("Certificates have changed: using {} from now on", inForce);
            warnOfExpiry(Instant.now());
        } catch (CertificateFileException e) {
            log.error("{}; what was read before stays in force", e.getMessage());
        }
    }

    /** Warns of what expires soon or has expired. */
    public void warnOfExpiry(Instant now) {
        expiryWarnings(now).forEach(log::warn);
    }

    List<String> expiryWarnings(Instant now) {
        List<String> warnings = new ArrayList<>();
        warnings.addAll(warnings(inForce.chain().subList(0, 1), "This node's certificate", now));
        warnings.addAll(warnings(inForce.authorities(), "The CA certificate", now));
        for (X509CRL list : inForce.revocations()) {
            Date next = list.getNextUpdate();
            if (next != null && next.toInstant().isBefore(now)) {
                warnings.add(
                        "The list of certificates revoked by %s should have been replaced at %s"
                                .formatted(
                                        DistinguishedName.of(list.getIssuerX500Principal()),
                                        next.toInstant().truncatedTo(ChronoUnit.SECONDS)));
            }
        }
        return warnings;
    }

    private static List<String> warnings(
            List<X509Certificate> certificates, String what, Instant now) {
        return certificates.stream()
                .filter(certificate ->
                        !certificate.getNotAfter().toInstant().minus(NOTICE).isAfter(now))
                .map(certificate -> warning(certificate, what, now))
                .toList();
    }

    private static String warning(X509Certificate certificate, String what, Instant now) {
        Instant end = certificate.getNotAfter().toInstant().truncatedTo(ChronoUnit.SECONDS);
        return "%s %s %s %s"
                .formatted(
                        what,
                        DistinguishedName.of(certificate.getSubjectX500Principal()),
                        end.isAfter(now) ? "will expire at" : "expired at",
                        end);
    }

    private static List<Optional<FileState>> look(CertificatePaths paths) {
        List<Optional<FileState>> states = new ArrayList<>();
        for (Path file : paths.all()) {
            states.add(state(file));
        }
        return states;
    }

    private static Optional<FileState> state(Path file) {
        try {
            return Optional.of(FileState.of(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

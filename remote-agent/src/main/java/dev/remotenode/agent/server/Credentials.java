package dev.remotenode.agent.server;

import dev.remotenode.agent.config.SecuritySettings;
import dev.remotenode.lrmd.tls.Authentication;
import dev.remotenode.lrmd.tls.CertificateFileException;
import dev.remotenode.lrmd.tls.CertificatePaths;
import dev.remotenode.lrmd.tls.KeyFiles;
import dev.remotenode.lrmd.tls.RefreshedCertificates;
import io.netty.channel.EventLoop;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What this node proves itself by, and how it is kept fresh while the daemon runs. */
public sealed interface Credentials {

    /** What handshakes go by. */
    Authentication authentication();

    /** Begins to look after them. What a handshake needs is looked at for each one anyway. */
    void watch(EventLoop loop);

    /**
     * Reads what is configured.
     *
     * @throws CertificateFileException if certificates are wanted and cannot be used: a daemon that
     *     then took the key instead would be less safe than its operator believes
     */
    static Credentials load(SecuritySettings settings) throws CertificateFileException {
        return settings.certificates().isPresent()
                ? Certificates.load(settings.certificates().get())
                : SharedKey.of(settings);
    }

    /** A pre-shared key. */
    record SharedKey(KeyFiles keys) implements Credentials {

        private static final Logger log = LoggerFactory.getLogger(Credentials.class);

        static SharedKey of(SecuritySettings settings) {
            return new SharedKey(new KeyFiles(settings.keyFiles(), settings.keyOverlap()));
        }

        @Override
        public Authentication authentication() {
            return new Authentication.SharedKey(keys);
        }

        /** Once a minute, so that an operator soon sees what came of a new file. */
        @Override
        public void watch(EventLoop loop) {
            if (keys.accepted().isEmpty()) {
                log.warn(
                        "No key in {}: cluster nodes are refused until there is one",
                        keys.candidates());
            }
            loop.scheduleWithFixedDelay(keys::refresh, 1, 1, TimeUnit.MINUTES);
        }
    }

    /** A certificate with all that belongs to it. */
    record Certificates(RefreshedCertificates certificates) implements Credentials {

        private static final Logger log = LoggerFactory.getLogger(Credentials.class);

        static Certificates load(CertificatePaths paths) throws CertificateFileException {
            return new Certificates(RefreshedCertificates.load(paths));
        }

        @Override
        public Authentication authentication() {
            return new Authentication.X509(certificates);
        }

        /** Once a minute, so that an operator soon sees what came of new files. */
        @Override
        public void watch(EventLoop loop) {
            log.info("Using certificates, not a pre-shared key: {}", certificates.current());
            certificates.warnOfExpiry(Instant.now());
            loop.scheduleAtFixedRate(
                    () -> certificates.warnOfExpiry(Instant.now()), 1, 1, TimeUnit.DAYS);
            loop.scheduleWithFixedDelay(certificates::refresh, 1, 1, TimeUnit.MINUTES);
        }
    }
}

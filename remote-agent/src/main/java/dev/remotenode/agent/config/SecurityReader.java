package dev.remotenode.agent.config;

import dev.remotenode.lrmd.tls.CertificatePaths;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the settings that keys and certificates have. */
final class SecurityReader {
    private static final List<Path> DEFAULT_KEY_FILES =
            List.of(Path.of("/etc/pacemaker/authkey"), Path.of("/etc/corosync/authkey"));

    private final SettingsReader settings;

    SecurityReader(SettingsReader settings) {
        this.settings = settings;
    }

    SecuritySettings read() {
        return new SecuritySettings(
                Stream.concat(
                                settings.read(Settings.AUTHKEY_LOCATION).stream(),
                                DEFAULT_KEY_FILES.stream())
                        .distinct()
                        .toList(),
                settings.read(Settings.KEY_OVERLAP).orElse(Duration.ZERO),
                certificates(),
                settings.read(Settings.TLS_PRIORITIES));
    }

    /** As Pacemaker decides it: only who names all three files wants certificates. */
    private Optional<CertificatePaths> certificates() {
        File authorities = new File(Settings.CA_FILE, Settings.CIB_CA_FILE);
        File certificate = new File(Settings.CERT_FILE, Settings.CIB_CERT_FILE);
        File key = new File(Settings.KEY_FILE, Settings.CIB_KEY_FILE);
        File revocations = new File(Settings.CRL_FILE, Settings.CIB_CRL_FILE);
        List<File> missing =
                Stream.of(authorities, certificate, key)
                        .filter(file -> file.path().isEmpty())
                        .toList();
        if (missing.isEmpty()) {
            return Optional.of(
                    new CertificatePaths(
                            authorities.path().orElseThrow(),
                            certificate.path().orElseThrow(),
                            key.path().orElseThrow(),
                            revocations.path()));
        }
        if (missing.size() < 3 || revocations.path().isPresent()) {
            settings.warn(
                    "Certificates are not used, but the pre-shared key, because "
                            + missing.stream().map(File::name).collect(Collectors.joining(", "))
                            + " is not set");
        }
        return Optional.empty();
    }

    /** A file named by a setting of the daemon, else by one that tools have too. */
    private final class File {
        private final Setting<Optional<Path>> first;
        private final Setting<Optional<Path>> second;

        File(Setting<Optional<Path>> first, Setting<Optional<Path>> second) {
            this.first = first;
            this.second = second;
        }

        Optional<Path> path() {
            return settings.read(first).or(() -> settings.read(second));
        }

        String name() {
            return first.name();
        }
    }
}

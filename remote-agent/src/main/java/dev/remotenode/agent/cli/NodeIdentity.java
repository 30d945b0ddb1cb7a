package dev.remotenode.agent.cli;

import dev.remotenode.agent.config.AgentConfiguration;
import dev.remotenode.agent.config.CommandLineOptions;
import dev.remotenode.agent.config.Inspection;
import dev.remotenode.lrmd.tls.CertificateFileException;
import dev.remotenode.lrmd.tls.CertificateIdentity;
import dev.remotenode.lrmd.tls.CertificatePaths;
import dev.remotenode.lrmd.tls.ClientIdentity;
import dev.remotenode.lrmd.tls.ClientIdentity.Versions;
import dev.remotenode.lrmd.tls.NodeCertificates;
import dev.remotenode.lrmd.tls.PeerIdentity;
import dev.remotenode.lrmd.tls.PreSharedKey;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What this host proves itself by to a daemon, as a cluster node would. */
sealed interface NodeIdentity {
    /** The name of the key that all peers use. */
    String KEY_NAME = "lrmd";

    /** In the form of a handshake. */
    PeerIdentity offering(Versions versions);

    /** What it is, for people. */
    String description();

    /** A pre-shared key. */
    record Key(Path file, PreSharedKey key) implements NodeIdentity {
        @Override
        public PeerIdentity offering(Versions versions) {
            return new ClientIdentity(KEY_NAME, key, versions);
        }

        @Override
        public String description() {
            return "key";
        }
    }

    /** A certificate. */
    record Certificate(NodeCertificates certificates) implements NodeIdentity {
        @Override
        public PeerIdentity offering(Versions versions) {
            return new CertificateIdentity(certificates, versions);
        }

        @Override
        public String description() {
            return "certificate";
        }
    }

    /**
     * Reads what the settings of this host say, as the cluster's daemons and ours do.
     *
     * @param keyFile a key to take instead
     * @throws CommandException if there is none that can be used
     */
    static NodeIdentity read(Optional<Path> keyFile) throws CommandException {
        if (keyFile.isPresent()) {
            return key(List.of(keyFile.get()));
        }
        AgentConfiguration configuration = configuration();
        Optional<CertificatePaths> certificates = configuration.security().certificates();
        return certificates.isPresent()
                ? certificate(certificates.get())
                : key(configuration.security().keyFiles());
    }

    /** The settings of this host. */
    static AgentConfiguration configuration() {
        return Inspection.of(CommandLineOptions.NONE, List.of(), System.getenv()).configuration();
    }

    private static NodeIdentity certificate(CertificatePaths paths) throws CommandException {
        try {
            return new Certificate(NodeCertificates.load(paths));
        } catch (CertificateFileException e) {
            throw new CommandException(ExitStatus.CONFIGURATION, String.valueOf(e.getMessage()), e);
        }
    }

    /** The first file that has a key. */
    private static NodeIdentity key(List<Path> files) throws CommandException {
        for (Path file : files) {
            Optional<NodeIdentity> found = key(file);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new CommandException(
                ExitStatus.CONFIGURATION,
                "there is no key in %s: copy that of the cluster, or name another file with --key"
                        .formatted(files));
    }

    private static Optional<NodeIdentity> key(Path file) throws CommandException {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return bytes.length == 0
                    ? Optional.empty()
                    : Optional.of(new Key(file, new PreSharedKey(bytes)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (AccessDeniedException e) {
            throw new CommandException(
                    ExitStatus.INSUFFICIENT_PRIVILEGES,
                    "the key in " + file + " may not be read by this user: run this as root",
                    e);
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandException(
                    ExitStatus.CONFIGURATION,
                    "the key in %s cannot be used: %s".formatted(file, e.getMessage()),
                    e);
        }
    }
}

package dev.remotenode.agent.cli.check;

import dev.remotenode.agent.config.SecuritySettings;
import dev.remotenode.lrmd.tls.CertificateFileException;
import dev.remotenode.lrmd.tls.CertificatePaths;
import dev.remotenode.lrmd.tls.NodeCertificates;
import dev.remotenode.lrmd.tls.PreSharedKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The key, or the certificates, that this node proves itself by. */
final class KeyCheck implements Check {
    private static final String SUBJECT = "key";

    /** Shorter ones are passwords rather than keys. */
    private static final int LEAST_BYTES = 32;

    /** In terms of the tool that every host has. */
    private static final String MAKE =
            "make a random one for all nodes: dd if=/dev/urandom of=/etc/pacemaker/authkey bs=4096"
                    + " count=1";

    @Override
    public List<Observation> look(Surroundings surroundings) {
        SecuritySettings security = surroundings.configuration().security();
        return security.certificates().isPresent()
                ? List.of(certificates(security.certificates().get()))
                : keys(surroundings, security.keyFiles());
    }

    private static Observation certificates(CertificatePaths paths) {
        try {
            return Observation.ok("certificates", NodeCertificates.load(paths).toString());
        } catch (CertificateFileException e) {
            return Observation.problem(
                    "certificates",
                    String.valueOf(e.getMessage()),
                    "the daemon does not start like this: correct the file, or its setting");
        }
    }

    private static List<Observation> keys(Surroundings surroundings, List<Path> files) {
        Optional<Path> present =
                files.stream()
                        .map(file -> surroundings.file(file.toString()))
                        .filter(Files::exists)
                        .findFirst();
        return present.map(file -> key(surroundings, file))
                .orElseGet(() ->
                        List.of(
                                Observation.problem(
                                        SUBJECT,
                                        "none in " + files,
                                        "copy that of the cluster: scp -p"
                                                + " node1:/etc/pacemaker/authkey"
                                                + " /etc/pacemaker/authkey")));
    }

    private static List<Observation> key(Surroundings surroundings, Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            return List.of(
                    Observation.problem(
                            SUBJECT, file + " cannot be read: " + e.getMessage(), "run as root"));
        }
        List<Observation> found = new ArrayList<>();
        found.add(length(file, bytes.length));
        found.add(digest(surroundings, file, bytes));
        access(file).ifPresent(found::add);
        return found;
    }

    private static Observation length(Path file, int length) {
        if (length == 0 || length > PreSharedKey.MAX_BYTES) {
            return Observation.problem(
                    SUBJECT, "%s has %d bytes, and no node takes it".formatted(file, length), MAKE);
        }
        String text = "%s has %d bytes".formatted(file, length);
        return length < LEAST_BYTES
                ? Observation.note(SUBJECT, text + ", which can be guessed", MAKE)
                : Observation.ok(SUBJECT, text);
    }

    private static Observation digest(Surroundings surroundings, Path file, byte[] bytes) {
        String digest = sha256(bytes);
        if (surroundings.keyDigest().isEmpty()) {
            return Observation.ok(
                    SUBJECT,
                    "SHA-256 "
                            + digest
                            + "; sha256sum says the same on the cluster's nodes if it"
                            + " is theirs");
        }
        return surroundings.keyDigest().get().equals(digest)
                ? Observation.ok(SUBJECT, "is the one with the SHA-256 that was given")
                : Observation.problem(
                        SUBJECT,
                        "SHA-256 is %s, not the one that was given".formatted(digest),
                        "copy the cluster's key to " + file);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Optional<Observation> access(Path file) {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)
                    ? Optional.of(
                            Observation.problem(
                                    SUBJECT,
                                    "every user of this host can read " + file,
                                    "chown root:haclient %s; chmod 640 %s; and replace the key, if"
                                                    .formatted(file, file)
                                            + " somebody may have"))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

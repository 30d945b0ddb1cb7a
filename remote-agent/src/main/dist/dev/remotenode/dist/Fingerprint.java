package dev.remotenode.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Tells whether a tree was made of the same things before, as assembling takes several seconds. */
record Fingerprint(String text) {
    private static final String FILE = ".fingerprint";

    static Fingerprint of(Path mergedJar, Path sources) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(mergedJar));
            try (Stream<Path> tree = Files.walk(sources)) {
                List<Path> files = tree.filter(Files::isRegularFile).sorted().toList();
                for (Path file : files) {
                    digest.update(Files.readAllBytes(file));
                }
            }
            return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    boolean matches(Path dist) throws IOException {
        Path file = dist.resolve(FILE);
        return Files.exists(file) && Files.readString(file).equals(text);
    }

    void leaveIn(Path dist) throws IOException {
        Files.writeString(dist.resolve(FILE), text);
    }
}

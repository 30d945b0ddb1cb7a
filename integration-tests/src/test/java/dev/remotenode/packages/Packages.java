package dev.remotenode.packages;

import dev.remotenode.lab.daemon.DaemonProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The packages that a build has made.
 *
 * @param folder where they are
 */
record Packages(Path folder) {
    /** Those that the system property {@code packages} names; without it, the test is skipped. */
    static Packages fromSystemProperty() {
        return new Packages(existing("packages"));
    }

    /**
     * The root of a machine that has Debian of this name, without the packages and without Java.
     */
    static Path machine(String debian) {
        return existing("lab.trees").resolve(debian).resolve("root");
    }

    /**
     * The Debian package with the daemon under test: the project's, or Pacemaker's own of this
     * Debian.
     */
    static Path debUnderTest(String debian) {
        return switch (DaemonProgram.implementationUnderTest()) {
            case JAVA -> fromSystemProperty().deb();
            case C ->
                    existing("lab.trees")
                            .resolve(debian + "-cluster/reference/pacemaker-remote.deb");
        };
    }

    /** Debian's, of the version that the project has. */
    Path deb() {
        return only("remote-node_0*.deb");
    }

    /** The same, of a later version. */
    Path laterDeb() {
        return only("remote-node_99*.deb");
    }

    /** Red Hat's, of the version that the project has. */
    Path rpm() {
        return only("remote-node-0*.rpm");
    }

    /** The same, of a later version. */
    Path laterRpm() {
        return only("remote-node-99*.rpm");
    }

    private Path only(String pattern) {
        try (Stream<Path> files = Files.list(folder)) {
            var matcher = folder.getFileSystem().getPathMatcher("glob:" + pattern);
            List<Path> found = files.filter(file -> matcher.matches(file.getFileName())).toList();
            if (found.size() != 1) {
                throw new IllegalStateException("%s in %s: %s".formatted(pattern, folder, found));
            }
            return found.getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path existing(String property) {
        String value = System.getProperty(property, "");
        if (value.isEmpty()) {
            String reason = "-D%s is not set; ./verify --all does that".formatted(property);
            System.out.printf("[packages] skipped: %s%n", reason);
            return Assumptions.abort(reason);
        }
        return Path.of(value).toAbsolutePath();
    }
}

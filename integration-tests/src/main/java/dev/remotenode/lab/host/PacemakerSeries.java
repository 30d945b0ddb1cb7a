package dev.remotenode.lab.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** A series of Pacemaker releases, for which a host has to stand on the Debian release with it. */
public enum PacemakerSeries {
    /** Pacemaker 2.1.5, of Debian 12: what this machine has installed. */
    V2_1("2.1") {
        @Override
        public Path root() {
            return Path.of("/");
        }

        @Override
        public Path referenceDaemon() {
            return folder("daemon.c", "integration-tests/reference-daemon");
        }
    },

    /** Pacemaker 3.0.0, of Debian 13: in a tree aside. */
    V3_0("3.0") {
        @Override
        public Path root() {
            return tree().resolve("root");
        }

        @Override
        public Path referenceDaemon() {
            return tree().resolve("reference");
        }

        private static Path tree() {
            return folder("lab.trixie", "integration-tests/trixie-tree");
        }
    };

    private final String number;

    PacemakerSeries(String number) {
        this.number = number;
    }

    /** The series that a system property names, by default 2.1. */
    public static PacemakerSeries fromSystemProperty(String property) {
        String number = System.getProperty(property, V2_1.number);
        return Arrays.stream(values())
                .filter(series -> series.number.equals(number))
                .findFirst()
                .orElseThrow(() ->
                        new LabException(
                                "-D%s=%s is none of %s"
                                        .formatted(property, number, Arrays.toString(values()))));
    }

    /**
     * The root file system of a host with it, as this machine sees it.
     *
     * @throws LabException if the system property {@code lab.trixie} names no folder with it
     */
    public abstract Path root();

    /**
     * The program tree with this series' own remote daemon; hosts with {@link #root()} can run it.
     *
     * @throws LabException if the system property for it ({@code daemon.c}, or {@code lab.trixie})
     *     names no folder
     */
    public abstract Path referenceDaemon();

    @Override
    public String toString() {
        return number;
    }

    private static Path folder(String property, String maker) {
        return Optional.ofNullable(System.getProperty(property))
                .map(folder -> Path.of(folder).toAbsolutePath().normalize())
                .filter(Files::isDirectory)
                .orElseThrow(() ->
                        new LabException(
                                "-D%s names no folder; %s makes it".formatted(property, maker)));
    }
}

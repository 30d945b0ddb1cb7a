package dev.remotenode.lab.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The control groups of the machine, which hosts see, and where their programs leave some. */
final class ControlGroups {
    private static final Path ROOT = Path.of("/sys/fs/cgroup");

    private ControlGroups() {}

    /** Removes a group, and those in it, from all hierarchies; no process may be in them. */
    static void remove(String name) {
        try {
            for (Path hierarchy : folders(ROOT)) {
                if (Files.isDirectory(hierarchy.resolve(name))) {
                    removeTree(hierarchy.resolve(name));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removeTree(Path group) throws IOException {
        List<Path> groups = new ArrayList<>();
        try (Stream<Path> files = Files.walk(group)) {
            files.filter(Files::isDirectory).sorted(Comparator.reverseOrder()).forEach(groups::add);
        }
        // The files in a group go with it.
        for (Path removed : groups) {
            Files.delete(removed);
        }
    }

    /** The hierarchies of version 1, or the top itself, which is that of version 2. */
    private static List<Path> folders(Path root) throws IOException {
        List<Path> folders = new ArrayList<>(List.of(root));
        try (Stream<Path> files = Files.list(root)) {
            files.filter(Files::isDirectory).forEach(folders::add);
        }
        return folders;
    }
}

package dev.remotenode.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that stands for the root of a machine.
 *
 * @param root the folder
 */
record Tree(Path root) {
    /** Makes it an empty folder. */
    void clear() throws IOException {
        if (Files.exists(root)) {
            for (Path file : below(root, Comparator.reverseOrder())) {
                Files.delete(file);
            }
        }
        Files.createDirectories(root);
    }

    Path at(String place) {
        return root.resolve(place);
    }

    Path folder(String place) throws IOException {
        return Files.createDirectories(at(place));
    }

    void copy(Path file, String folder) throws IOException {
        Files.copy(file, folder(folder).resolve(file.getFileName()));
    }

    void copyProgram(Path file, String folder) throws IOException {
        copy(file, folder);
        Executable.make(at(folder).resolve(file.getFileName()));
    }

    /** Copies a folder with all below it; symbolic links become what they point to. */
    void copyTree(Path from, Path to) throws IOException {
        for (Path file : below(from, Comparator.naturalOrder())) {
            Path copy = to.resolve(from.relativize(file));
            if (Files.isDirectory(file)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(file, copy);
                if (Files.isExecutable(file)) {
                    Executable.make(copy);
                }
            }
        }
    }

    private static List<Path> below(Path folder, Comparator<Path> order) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted(order).toList();
        }
    }
}

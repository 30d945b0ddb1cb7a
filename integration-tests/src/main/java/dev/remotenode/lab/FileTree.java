package dev.remotenode.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A folder with all that is in it. */
record FileTree(Path root) {
    /** Copies the folders and regular files that are wanted; sockets and the like are left out. */
    void copyTo(Path target, Predicate<Path> wanted) throws IOException {
        for (Path source : contents(Comparator.naturalOrder()).stream().filter(wanted).toList()) {
            Path copy = target.resolve(root.relativize(source).toString());
            if (Files.isDirectory(source)) {
                Files.createDirectories(copy);
            } else if (Files.isRegularFile(source)) {
                Files.copy(source, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    void delete() {
        try {
            for (Path file : contents(Comparator.reverseOrder())) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> contents(Comparator<Path> order) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.sorted(order).toList();
        }
    }
}

package dev.remotenode.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the build does with whole folders. */
final class Folders {
    private Folders() {}

    static void makeEmpty(Path folder) throws IOException {
        delete(folder);
        Files.createDirectories(folder);
    }

    /** Puts a folder in the place of another; both are on the same file system. */
    static void replace(Path old, Path replacement) throws IOException {
        delete(old);
        Files.move(replacement, old);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> tree = Files.walk(folder)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}

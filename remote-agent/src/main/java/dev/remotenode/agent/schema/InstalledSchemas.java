package dev.remotenode.agent.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The schemas that came with the tools of this node. */
record InstalledSchemas(Path folder) {

    /** The newest; empty if no tool that needs any is installed. */
    Optional<SchemaVersion> newest() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .flatMap(name -> SchemaVersion.ofFile(name).stream())
                    .max(Comparator.naturalOrder());
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }
}

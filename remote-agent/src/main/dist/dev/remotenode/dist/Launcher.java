package dev.remotenode.dist;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the native launcher. It loads the JVM into its own process: sbd looks for one whose command
 * name is {@code pacemaker-remot} and whose executable is the daemon itself.
 */
final class Launcher {
    static final String NAME = "pacemaker-remoted";
    static final Path EXECUTABLE = Path.of("sbin", NAME);

    /** The one folder where the launcher looks for what belongs to it. */
    static final Path APPLICATION = Path.of("lib", "app");

    private Launcher() {}

    static Path make(Path runtime, Path work) throws IOException {
        Tool.run(
                "jpackage",
                "--type",
                "app-image",
                "--name",
                NAME,
                "--module",
                DaemonModule.NAME + "/dev.remotenode.agent.Main",
                "--runtime-image",
                runtime.toString(),
                "--dest",
                work.toString());
        Path image = work.resolve(NAME);
        Files.move(image.resolve("bin"), image.resolve("sbin"));
        Files.delete(image.resolve("lib").resolve(NAME + ".png"));
        Files.delete(image.resolve(APPLICATION).resolve(".jpackage.xml"));
        return image;
    }

    /**
     * Puts Netty's library beside the launcher; out of a jar it would be unpacked at each start.
     */
    static void addNativeLibraries(Path mergedJar, Path image) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(mergedJar);
                Stream<Path> files = Files.list(jar.getPath("META-INF", "native"))) {
            List<Path> libraries = files.toList();
            for (Path library : libraries) {
                String name = library.getFileName().toString();
                Files.copy(library, image.resolve(APPLICATION).resolve(name));
            }
        }
    }
}

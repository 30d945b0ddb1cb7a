package dev.remotenode.dist;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the native launchers. That of the daemon loads the JVM into its own process: sbd looks for
 * one whose command name is {@code pacemaker-remot} and whose executable is the daemon itself.
 */
final class Launcher {
    /** The one folder where the launcher looks for what belongs to it. */
    static final Path APPLICATION = Path.of("lib", "app");

    private Launcher() {}

    static Path make(Path runtime, Path work) throws IOException {
        Path second =
                Files.writeString(
                        work.resolve("second-launcher.properties"),
                        "module=" + Program.OPERATORS.module() + "\n");
        Tool.run(
                "jpackage",
                "--type",
                "app-image",
                "--name",
                Program.DAEMON.command(),
                "--module",
                Program.DAEMON.module(),
                "--add-launcher",
                Program.OPERATORS.command() + "=" + second,
                "--runtime-image",
                runtime.toString(),
                "--dest",
                work.toString());
        Path image = work.resolve(Program.DAEMON.command());
        Path made = Files.move(image.resolve("bin"), work.resolve("launchers"));
        for (Program program : Program.values()) {
            Path executable = image.resolve(program.executable());
            Files.createDirectories(executable.getParent());
            Files.move(made.resolve(program.command()), executable);
            Files.deleteIfExists(image.resolve("lib").resolve(program.command() + ".png"));
        }
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

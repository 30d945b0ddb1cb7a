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

    private static final Path RUNTIME = Path.of("lib", "runtime");

    private Launcher() {}

    /**
     * Puts the launchers beside the runtime.
     *
     * @return the tree, so far
     */
    static Path make(Path runtime, Path sources, Path work)
            throws IOException, InterruptedException {
        Path image = work.resolve("image");
        Files.createDirectories(image.resolve(APPLICATION));
        Files.move(runtime, image.resolve(RUNTIME));
        for (Program program : Program.values()) {
            Path executable = image.resolve(program.executable());
            Files.createDirectories(executable.getParent());
            compile(sources.resolve("launcher.c"), executable);
        }
        return image;
    }

    private static void compile(Path source, Path executable)
            throws IOException, InterruptedException {
        // Reproducible: without debug information no path of the build gets in.
        var compiler =
                new ProcessBuilder(
                        "cc",
                        "-std=gnu17",
                        "-Wall",
                        "-Wextra",
                        "-Werror",
                        "-O2",
                        "-D_FORTIFY_SOURCE=2",
                        "-fstack-protector-strong",
                        "-fPIE",
                        "-pie",
                        "-Wl,-z,relro,-z,now",
                        "-s",
                        "-o",
                        executable.toString(),
                        source.toString());
        try {
            if (compiler.inheritIO().start().waitFor() != 0) {
                throw new IllegalStateException("The launcher could not be compiled");
            }
        } catch (IOException e) {
            throw new IOException(
                    "The launcher needs a C compiler: apt-get install gcc libc6-dev", e);
        }
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

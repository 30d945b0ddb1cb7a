package dev.remotenode.packages;

import java.io.IOException;
import java.nio.file.Path;

/** Compiles an installed launcher, which is in C, with the compiler of the machine. */
final class NativeLauncher {
    private NativeLauncher() {}

    static void compile(Path source, LaunchArguments arguments, Path launcher)
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
                        "-DARGUMENTS_FILE=\"" + arguments.file() + "\"",
                        "-o",
                        launcher.toString(),
                        source.toString());
        try {
            if (compiler.inheritIO().start().waitFor() != 0) {
                throw new IllegalStateException("The launcher could not be compiled");
            }
        } catch (IOException e) {
            throw new IOException("Packages need a C compiler: apt-get install gcc libc6-dev", e);
        }
    }
}

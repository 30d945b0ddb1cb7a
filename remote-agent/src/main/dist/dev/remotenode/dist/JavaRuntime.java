package dev.remotenode.dist;

import java.nio.file.Path;

/** Links the daemon with those parts of the JDK that it uses. */
final class JavaRuntime {
    private JavaRuntime() {}

    static Path link(Path module, Path work) {
        Path runtime = work.resolve("runtime");
        // Debug attributes stay: a stack trace from the field without line numbers helps nobody.
        Tool.run(
                "jlink",
                "--module-path",
                module.toString(),
                "--add-modules",
                DaemonModule.NAME,
                "--vm=server",
                "--strip-native-commands",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                runtime.toString());
        return runtime;
    }
}

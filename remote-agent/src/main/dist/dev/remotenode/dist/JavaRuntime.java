package dev.remotenode.dist;

import java.nio.file.Path;

/** Links the daemon with those parts of the JDK that it uses. */
final class JavaRuntime {
    /** All that is used of java.desktop is java.beans, by log4j, which has no native code. */
    private static final String UNUSED_LIBRARIES = "--exclude-files=/java.desktop/lib/**";

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
                "--compress=zip-6",
                UNUSED_LIBRARIES,
                "--output",
                runtime.toString());
        return runtime;
    }
}

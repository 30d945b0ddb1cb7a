package dev.remotenode.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * Makes a module of the merged jar. Only modules can be linked into a runtime, and only classes of
 * the runtime stay in the AOT cache when the tree is copied: of a jar the JVM checks the time
 * stamp.
 */
final class DaemonModule {
    static final String NAME = "dev.remotenode.daemon";

    private DaemonModule() {}

    static Path make(Path mergedJar, Path sources, Path work) throws IOException {
        Path module = Files.copy(mergedJar, work.resolve(NAME + ".jar"));
        Path descriptor = work.resolve("descriptor");
        Tool.run(
                "javac",
                "-d",
                descriptor.toString(),
                "--patch-module",
                NAME + "=" + mergedJar,
                "--module-version",
                version(mergedJar),
                sources.resolve("module").resolve("module-info.java").toString());
        Tool.run(
                "jar",
                "--update",
                "--file",
                module.toString(),
                "-C",
                descriptor.toString(),
                "module-info.class");
        return module;
    }

    /** The version of the project, out of the jar. */
    static String version(Path mergedJar) throws IOException {
        try (JarFile jar = new JarFile(mergedJar.toFile())) {
            return jar.getManifest()
                    .getMainAttributes()
                    .getValue(Attributes.Name.IMPLEMENTATION_VERSION);
        }
    }
}

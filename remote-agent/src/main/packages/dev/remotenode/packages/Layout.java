package dev.remotenode.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Lays out the files of the packages as they will lie on a machine, from the runnable tree and this
 * folder. Run by the build before the tools that wrap packages.
 */
final class Layout {
    private Layout() {}

    /**
     * @param arguments the runnable tree, the folder of these sources, the project's top folder,
     *     the folder to make, the version of the packages, the time stamp of the build, and the
     *     list of what is inside
     */
    public static void main(String[] arguments) throws IOException {
        var dist = Path.of(arguments[0]);
        var sources = Path.of(arguments[1]);
        var project = Path.of(arguments[2]);
        var root = new Tree(Path.of(arguments[3]));
        String version = arguments[4];
        Instant built = Instant.parse(arguments[5]);

        root.clear();
        Path home = root.folder("usr/lib/remote-node");
        root.copyTree(dist.resolve("lib"), home.resolve("lib"));
        root.copyTree(dist.resolve("sbin/pacemaker-remoted"), home.resolve("launcher"));
        root.copyProgram(dist.resolve("bin/remotectl"), "usr/bin");

        Path files = sources.resolve("files");
        root.copyProgram(files.resolve("place-launcher"), "usr/lib/remote-node");
        root.copy(files.resolve("pacemaker_remote.service"), "usr/lib/systemd/system");

        String documents = "usr/share/doc/remote-node";
        root.copyTree(dist.resolve("share"), root.folder("usr/share"));
        Files.move(root.folder("usr/share/doc").resolve("pacemaker-remoted"), root.at(documents));
        Gzip.replace(root.at("usr/share/man/man8/pacemaker-remoted.8"));
        Gzip.replace(root.at("usr/share/man/man8/remotectl.8"));
        // Debian has this text at a place of its own.
        Files.delete(root.at(documents).resolve("LICENSE"));
        root.copy(project.resolve("README.md"), documents);
        root.copy(files.resolve("copyright"), documents);
        Files.copy(existing(arguments[6]), root.at(documents).resolve("sbom.cdx.json"));
        Files.copy(
                files.resolve("lintian-overrides"),
                root.folder("usr/share/lintian/overrides").resolve("remote-node"));
        Changelog.write(project, root.at(documents), version, built);
    }

    /** Maven's plugin for it makes none offline, and says nothing. */
    private static Path existing(String billOfMaterials) {
        Path file = Path.of(billOfMaterials);
        if (Files.notExists(file)) {
            throw new IllegalStateException(
                    "there is no bill of materials at %s: packages are made online, without -o"
                            .formatted(file));
        }
        return file;
    }
}

package dev.remotenode.dist;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bouncycastle.LICENSE;

/** Ships the licences of what is inside; those of the JDK are in the runtime already. */
final class Licences {
    private static final Path FOLDER = Path.of("share", "doc", Program.DAEMON.command());

    private Licences() {}

    static void collect(Path mergedJar, Path sources, Path image) throws IOException {
        Path folder = Files.createDirectories(image.resolve(FOLDER));
        try (FileSystem jar = FileSystems.newFileSystem(mergedJar)) {
            Path metadata = jar.getPath("META-INF");
            // The Apache Licence: this project's, Netty's, log4j's and picocli's.
            Files.copy(metadata.resolve("LICENSE"), folder.resolve("LICENSE"));
            Files.copy(metadata.resolve("NOTICE.remote-node"), folder.resolve("NOTICE"));
            Files.copy(metadata.resolve("NOTICE"), folder.resolve("NOTICE.log4j"));
            Files.copy(metadata.resolve("LICENSE.txt"), folder.resolve("LICENSE.slf4j"));
        }
        Files.writeString(folder.resolve("LICENSE.bouncycastle"), LICENSE.licenseText);
        for (String licence : List.of("LICENSE.jmustache", "LICENSE.protobuf")) {
            Files.copy(sources.resolve("licences").resolve(licence), folder.resolve(licence));
        }
    }
}

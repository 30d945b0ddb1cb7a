package dev.remotenode.dist;

import java.io.IOException;
import java.nio.file.Path;

/** Ships the licences of everything inside. */
final class Licences {
    private Licences() {}

    static void collect(Path mergedJar, Path image) throws IOException {}
}

package dev.remotenode.agent.ipc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where libqb looks for sockets in the file system, on machines where it is told to. */
final class SocketFolders {

    /** Its mere existence tells libqb, on both sides of a connection. */
    private static final Path SWITCH = Path.of("/etc/libqb/force-filesystem-sockets");

    /** The folder is fixed when libqb is built: upstream's, and that of Debian's package. */
    private static final List<Path> FOLDERS = List.of(Path.of("/run"), Path.of("/tmp"));

    private SocketFolders() {}

    /** Empty if libqb uses abstract names here. */
    static List<Path> ofThisMachine() {
        return Files.exists(SWITCH) ? FOLDERS : List.of();
    }
}

package dev.remotenode.agent.ipc;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * How local tools are served.
 *
 * @param sharedMemory the folder for rings; tools must see it under the same name
 * @param socketFolders where to listen in the file system, in place of the abstract names that
 *     tools use if nothing else is said
 * @param clientGroup the group whose members may connect besides root; root alone if empty
 * @param handshakeTimeout how long a tool may take to say what it wants
 * @param limits how much memory tools may make the daemon use
 */
public record IpcSettings(
        Path sharedMemory,
        List<Path> socketFolders,
        OptionalInt clientGroup,
        Duration handshakeTimeout,
        IpcLimits limits) {

    private static final Path SHARED_MEMORY = Path.of("/dev/shm");

    /** A tool sends its few bytes at once; only one that is stopped or hostile takes longer. */
    private static final Duration HANDSHAKE_TIMEOUT = Duration.ofSeconds(5);

    public IpcSettings {
        socketFolders = List.copyOf(socketFolders);
    }

    /** Everything in one folder, for its owner alone: libqb's own clients do not look there. */
    public static IpcSettings inFolder(Path folder) {
        return new IpcSettings(
                folder, List.of(folder), OptionalInt.empty(), HANDSHAKE_TIMEOUT, IpcLimits.DEFAULT);
    }

    /** The usual settings on this machine. */
    public static IpcSettings forGroup(OptionalInt clientGroup) {
        return new IpcSettings(
                SHARED_MEMORY,
                SocketFolders.ofThisMachine(),
                clientGroup,
                HANDSHAKE_TIMEOUT,
                IpcLimits.DEFAULT);
    }
}

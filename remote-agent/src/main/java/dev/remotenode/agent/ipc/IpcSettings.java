package dev.remotenode.agent.ipc;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How local tools are served.
 *
 * @param sharedMemory the folder for rings; tools must see it under the same name
 * @param socketFolder where to listen in the file system besides the abstract names, for tools that
 *     are told to look there
 * @param clientGroup the group whose members may connect besides root; root alone if empty
 * @param handshakeTimeout how long a tool may take to say what it wants
 * @param limits how much memory tools may make the daemon use
 */
public record IpcSettings(
        Path sharedMemory,
        Optional<Path> socketFolder,
        OptionalInt clientGroup,
        Duration handshakeTimeout,
        IpcLimits limits) {

    private static final Path SHARED_MEMORY = Path.of("/dev/shm");

    /** A tool sends its few bytes at once; only one that is stopped or hostile takes longer. */
    private static final Duration HANDSHAKE_TIMEOUT = Duration.ofSeconds(5);

    /** The usual settings. */
    public static IpcSettings forGroup(OptionalInt clientGroup) {
        return new IpcSettings(
                SHARED_MEMORY, Optional.empty(), clientGroup, HANDSHAKE_TIMEOUT, IpcLimits.DEFAULT);
    }

    /** The same, listening also in a folder. */
    public IpcSettings withSocketFolder(Optional<Path> folder) {
        return new IpcSettings(sharedMemory, folder, clientGroup, handshakeTimeout, limits);
    }
}

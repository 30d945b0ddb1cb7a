package dev.remotenode.agent.ipc;

/**
 * How much memory local tools may make the daemon use.
 *
 * @param clients connections at a time
 * @param clientsPerUser the same for one user, root excepted
 * @param chunkBytes largest size of a message in shared memory that a tool can have for the asking;
 *     each connection takes about three times of what it has
 * @param messageBytes largest message, plain and in one piece
 * @param backlogBytes what may wait for one tool; more, and it is cut off
 * @param totalBytes what may wait for all of them, unfinished requests included; more, and the one
 *     with the most is cut off
 */
public record IpcLimits(
        int clients,
        int clientsPerUser,
        int chunkBytes,
        int messageBytes,
        int backlogBytes,
        int totalBytes) {

    /** A tool may fall behind by two messages of the largest size that the cluster sends. */
    public static final IpcLimits DEFAULT =
            new IpcLimits(1024, 128, 4 << 20, 20 << 20, 40 << 20, 96 << 20);
}

package dev.remotenode.dist;

/** What a cluster node would do: everything that is to be quick from the first time on. */
final class TrainingSession {
    private TrainingSession() {}

    static void run(int port, byte[] key) {}
}

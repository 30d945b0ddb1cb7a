package dev.remotenode.agent.control;

/** Who asks. */
enum Operator {
    /** May look, and change something. */
    ROOT,
    /** May look. */
    OBSERVER;

    private static final int UID_OF_ROOT = 0;

    /**
     * By the user that the kernel has seen connecting.
     *
     * @param uid of the program
     * @param own of the daemon, which need not be root where it only serves itself
     */
    static Operator of(int uid, int own) {
        return uid == UID_OF_ROOT || uid == own ? ROOT : OBSERVER;
    }
}

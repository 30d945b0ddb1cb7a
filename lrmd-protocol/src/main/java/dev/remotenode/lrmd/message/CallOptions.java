package dev.remotenode.lrmd.message;

/** The bits of {@code lrmd_callopt}. */
final class CallOptions {

    /** Pacemaker 2.1 sends 3 for this, which contains the next bit: only the lowest one counts. */
    static final int DROP_RECURRING = 1;

    static final int NOTIFY_ORIGINATOR_ONLY = 2;
    static final int NOTIFY_CHANGES_ONLY = 4;

    private CallOptions() {}

    static boolean has(long options, int bit) {
        return (options & bit) != 0;
    }

    static int bits(boolean originatorOnly, boolean changesOnly) {
        return (originatorOnly ? NOTIFY_ORIGINATOR_ONLY : 0)
                | (changesOnly ? NOTIFY_CHANGES_ONLY : 0);
    }
}

package dev.remotenode.agent.proxy;

import dev.remotenode.ocf.posix.Accounts;
import java.util.OptionalInt;

/** The users who run local tools. */
final class ToolUsers {

    /** The user as which Pacemaker's own daemons run. */
    private static final String CLUSTER_USER = "hacluster";

    /** What Pacemaker calls a user without a name: an access rule cannot allow it anything. */
    private static final String NAMELESS = "#unprivileged";

    private static final int ROOT = 0;

    private ToolUsers() {}

    /** The name by which the cluster's access rules know a user. */
    static String name(int uid) {
        return uid == ROOT ? "root" : Accounts.userName(uid).orElse(NAMELESS);
    }

    /** Whether a user may command the executor itself. */
    static boolean isPrivileged(int uid) {
        return uid == ROOT || Accounts.userId(CLUSTER_USER).equals(OptionalInt.of(uid));
    }
}

package dev.remotenode.agent.session;

/** What a client of the executor may do. */
public enum Standing {
    /** Has proven over the network that it has the key: may do everything. */
    CLUSTER_NODE(true, true),
    /** A local program of root or of the cluster's user. */
    PRIVILEGED_PROGRAM(true, false),
    /** A local program of anybody else who was let in. */
    ORDINARY_PROGRAM(false, false);

    private final boolean commands;
    private final boolean carriesCalls;

    Standing(boolean commands, boolean carriesCalls) {
        this.commands = commands;
        this.carriesCalls = carriesCalls;
    }

    /** Whether it is a program on this node. */
    boolean isLocal() {
        return switch (this) {
            case CLUSTER_NODE -> false;
            case PRIVILEGED_PROGRAM, ORDINARY_PROGRAM -> true;
        };
    }

    /** Whether it may do more than sign on and ask for a sign of life. */
    boolean mayCommand() {
        return commands;
    }

    /** Whether it may carry calls of local tools to the cluster. */
    boolean mayCarryCalls() {
        return carriesCalls;
    }
}

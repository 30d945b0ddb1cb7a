package dev.remotenode.agent.ipc;

/** Whether a tool that connects is served. */
public sealed interface Admission {

    /** The tool is served. */
    record Accepted() implements Admission {}

    /**
     * The tool is told to go.
     *
     * @param errno the positive error number that it gets to see; tools take 121 (EREMOTEIO) for
     *     "this is a remote node, and no cluster is there", at once and for good, and try again for
     *     some seconds after 11 (EAGAIN)
     */
    record Refused(int errno) implements Admission {}
}

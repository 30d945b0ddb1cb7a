package dev.remotenode.ocf.process;

/** Who has to die when a child is killed. */
enum KillScope {
    /** The child and all of its descendants that did not leave its process group. */
    PROCESS_GROUP,
    /** The child alone. */
    PROCESS
}

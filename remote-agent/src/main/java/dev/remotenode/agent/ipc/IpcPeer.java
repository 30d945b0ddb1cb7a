package dev.remotenode.agent.ipc;

/**
 * Who is at the other end of a connection, on the kernel's word: as of when it connected.
 *
 * @param pid 0 if the process is not visible from this one's namespace
 * @param uid its effective user
 * @param gid its effective primary group
 */
public record IpcPeer(int pid, int uid, int gid) {}

package dev.remotenode.agent.ipc;

/**
 * A whole request of a local tool, in plain form however it was sent.
 *
 * @param id the tool's number for it, which a response repeats
 * @param flags of Pacemaker's message header, without those that say how it was sent
 * @param payload text without its terminating zero, by a tool's word XML; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // it is handed on, never compared
public record IpcRequest(int id, int flags, byte[] payload) {

    /** The tool waits for exactly one response. */
    public static final int CLIENT_RESPONSE = 0x200;

    /** Whether exactly one response is due; a request that does not say so gets none. */
    public boolean wantsResponse() {
        return (flags & CLIENT_RESPONSE) != 0;
    }
}

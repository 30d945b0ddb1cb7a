package dev.remotenode.agent.ipc.ring;

/**
 * What goes through a ring at a time: a message, or one part of it.
 *
 * @param header its first bytes
 * @param body holds the bytes that follow; not to be changed
 * @param from where they begin
 * @param length how many they are
 * @param terminated whether a zero byte comes after them
 */
@SuppressWarnings("ArrayRecordComponent") // it is handed on, never compared
public record Chunk(byte[] header, byte[] body, int from, int length, boolean terminated) {

    /** The bytes that it takes in a ring, apart from what the ring adds. */
    public int size() {
        return header.length + length + (terminated ? 1 : 0);
    }
}

package dev.remotenode.agent.ipc.ring;

/** What precedes each chunk in a ring: a word for its length in bytes, and one for its state. */
final class ChunkHeader {

    static final int WORDS = 2;
    static final int STATE_BEING_WRITTEN = 0xA110CED0;
    static final int STATE_VALID = 0xA1A1A1A1;
    static final int STATE_CONSUMED = 0xD0D0D0D0;

    private ChunkHeader() {}

    /** The words from one chunk to the next. */
    static int distance(int length) {
        return WORDS + (length + Integer.BYTES - 1) / Integer.BYTES;
    }
}

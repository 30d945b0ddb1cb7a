package dev.remotenode.agent.ipc.ring;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.remotenode.ocf.posix.Mapping;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;

/**
 * The memory of one ring: a header and a circle of words, in a file each.
 *
 * <p>libqb maps the circle twice in a row, to have each message in one piece; here those that go
 * round the end are copied in two. Neither index nor length that is passed comes unchecked from
 * memory, which the other process can write to at any time. To be used within {@link
 * SharedMemory#access}.
 */
final class RingMemory {

    /** The header, with a word of flow control that only the ring of requests uses. */
    static final long HEADER_SIZE = 8252;

    private static final long WRITE_INDEX = 0;
    private static final long READ_INDEX = 4;
    private static final long WORD_COUNT = 8;
    private static final long HEADER_PATH = 12;
    private static final long DATA_PATH = 4108;
    private static final long REFERENCES = 8204;
    private static final long SEMAPHORE = 8208;
    private static final long SEMAPHORE_SIZE = 32;

    /** What libqb adds to the size of a message before it rounds up to pages. */
    private static final int MARGIN = 13;

    private static final VarHandle WORD = JAVA_INT.varHandle();

    private final MemorySegment header;
    private final MemorySegment data;
    private final int words;
    private final RingSemaphore semaphore;

    RingMemory(MemorySegment header, MemorySegment data) {
        this.header = header;
        this.data = data;
        this.words = Math.toIntExact(data.byteSize() / Integer.BYTES);
        this.semaphore = new RingSemaphore(header.asSlice(SEMAPHORE, SEMAPHORE_SIZE));
    }

    /**
     * How large the circle is: the tool comes to the same number, and makes the file that long.
     *
     * @param largestMessage in bytes
     */
    static long dataSize(int largestMessage) {
        long page = Mapping.pageSize();
        return (largestMessage + MARGIN + page - 1) / page * page;
    }

    /** Makes a ring of memory that is all zeros; the tool finds the circle by what is said here. */
    void initialise(String headerPath, String dataPath) {
        header.set(JAVA_INT, WORD_COUNT, words);
        header.setString(HEADER_PATH, headerPath);
        header.setString(DATA_PATH, dataPath);
        semaphore.initialise();
        header.set(JAVA_INT, REFERENCES, 1);
    }

    /** Has the tool see, when it next looks, that nobody is here any more. */
    void abandon() {
        WORD.setRelease(header, REFERENCES, 0);
    }

    RingSemaphore semaphore() {
        return semaphore;
    }

    int words() {
        return words;
    }

    /** Where the tool will read next, if this is the side that writes: any number whatsoever. */
    int readIndex() {
        return (int) WORD.getAcquire(header, READ_INDEX);
    }

    void setReadIndex(int index) {
        WORD.setRelease(header, READ_INDEX, index);
    }

    void setWriteIndex(int index) {
        WORD.setRelease(header, WRITE_INDEX, index);
    }

    /** The index that many words further round. */
    int advance(int index, int distance) {
        return (index + distance) % words;
    }

    int word(int index) {
        return (int) WORD.getAcquire(data, (long) index * Integer.BYTES);
    }

    void setWord(int index, int value) {
        WORD.setRelease(data, (long) index * Integer.BYTES, value);
    }

    /** Copies a message out. */
    byte[] read(int index, int length) {
        byte[] message = new byte[length];
        long offset = (long) index * Integer.BYTES;
        int first = (int) Math.min(length, data.byteSize() - offset);
        MemorySegment.copy(data, JAVA_BYTE, offset, message, 0, first);
        MemorySegment.copy(data, JAVA_BYTE, 0, message, first, length - first);
        return message;
    }

    /**
     * Copies bytes in.
     *
     * @param position in bytes from the beginning of the circle, at most one round too far
     */
    void write(long position, ByteBuffer bytes) {
        MemorySegment from = MemorySegment.ofBuffer(bytes);
        long offset = position % data.byteSize();
        long first = Math.min(from.byteSize(), data.byteSize() - offset);
        MemorySegment.copy(from, 0, data, offset, first);
        MemorySegment.copy(from, first, data, 0, from.byteSize() - first);
    }
}

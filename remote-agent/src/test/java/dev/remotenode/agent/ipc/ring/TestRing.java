package dev.remotenode.agent.ipc.ring;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A ring as a tool has it: with its own idea of where things are. */
public final class TestRing {

    public static final int VALID = 0xA1A1A1A1;
    public static final int BEING_WRITTEN = 0xA110CED0;
    private static final int CONSUMED = 0xD0D0D0D0;

    private static final int WRITE_INDEX = 0;
    private static final int READ_INDEX = 4;
    private static final int WORDS = 8;
    private static final int DATA_PATH = 4108;
    private static final int REFERENCES = 8204;
    private static final int SEMAPHORE = 8208;
    private static final int HEADER_SIZE = 8248;
    private static final int PAGE = 4096;
    private static final VarHandle INT = JAVA_INT.varHandle();

    private final FileChannel headerFile;
    private final FileChannel dataFile;
    private final MemorySegment header;
    private final MemorySegment data;
    private final GlibcSemaphore semaphore;

    private TestRing(FileChannel headerFile, FileChannel dataFile, int largest, Arena arena)
            throws IOException {
        this.headerFile = headerFile;
        this.dataFile = dataFile;
        this.header = headerFile.map(MapMode.READ_WRITE, 0, HEADER_SIZE, arena);
        long size = (largest + 13 + PAGE - 1) / PAGE * (long) PAGE;
        this.data = dataFile.map(MapMode.READ_WRITE, 0, size, arena);
        this.semaphore = new GlibcSemaphore(header.asSlice(SEMAPHORE, 32));
        if (words() != size / 4) {
            throw new IOException("the server made a ring of another size");
        }
        INT.getAndAdd(header, (long) REFERENCES, 1);
    }

    /**
     * Opens a ring.
     *
     * @param base its path, without the endings of its two files
     * @param largest the size of messages that was agreed
     */
    public static TestRing open(Path base, int largest, Arena arena) throws IOException {
        FileChannel headerFile = openFile(Path.of(base + "-header"));
        String dataPath =
                headerFile.map(MapMode.READ_ONLY, 0, HEADER_SIZE, arena).getString(DATA_PATH);
        return new TestRing(headerFile, openFile(Path.of(dataPath)), largest, arena);
    }

    private static FileChannel openFile(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    public int words() {
        return header.get(JAVA_INT, WORDS);
    }

    /** How many sides say that they are there. */
    public int references() {
        return index(REFERENCES);
    }

    /** How many messages are said to be there. */
    public int posted() {
        return semaphore.value();
    }

    /** Whether somebody sleeps until there is a message. */
    public boolean hasWaiter() {
        return semaphore.hasWaiter();
    }

    public int readIndex() {
        return index(READ_INDEX);
    }

    public void setReadIndex(int index) {
        INT.setRelease(header, (long) READ_INDEX, index);
    }

    public void setWriteIndex(int index) {
        INT.setRelease(header, (long) WRITE_INDEX, index);
    }

    /** Whether a reader has left its mark where a chunk began. */
    public boolean isConsumed(int at) {
        return word(at) == 0 && word(at + 1) == CONSUMED;
    }

    /** Takes the memory away that holds the indexes and the semaphore. */
    public void cutHeader() throws IOException {
        headerFile.truncate(0);
    }

    /** Takes the memory away that holds the messages. */
    public void cutData() throws IOException {
        dataFile.truncate(0);
    }

    /** How large the files are, in bytes. */
    public long size() throws IOException {
        return headerFile.size() + dataFile.size();
    }

    /** Writes a chunk: false if there is no room for it. */
    public boolean write(byte[] chunk) {
        int write = index(WRITE_INDEX);
        int used = Math.floorMod(write - index(READ_INDEX), words());
        int free = (used == 0 ? words() : words() - used - 1) * 4;
        if (free < chunk.length + 12) {
            return false;
        }
        writeChunk(write, chunk, chunk.length, VALID);
        return true;
    }

    /** Writes a chunk that says what it likes, and posts it. */
    public void writeChunk(int at, byte[] chunk, int length, int state) {
        for (int index = 0; index < chunk.length; index++) {
            data.set(JAVA_BYTE, ((at + 2L) * 4 + index) % data.byteSize(), chunk[index]);
        }
        setWord(at, length);
        setWriteIndex((at + 2 + (chunk.length + 3) / 4) % words());
        setWord(at + 1, state);
        semaphore.post();
    }

    /** Sleeps until there is a chunk, as a tool does that waits for a response. */
    public byte[] await() {
        semaphore.await();
        return take();
    }

    /** Takes a chunk that must be there. */
    public byte[] readAnnounced() {
        if (!semaphore.tryWait()) {
            throw new IllegalStateException("announced, but not there");
        }
        return take();
    }

    private byte[] take() {
        int read = index(READ_INDEX);
        if (word(read + 1) != VALID) {
            throw new IllegalStateException("woken without a chunk");
        }
        byte[] chunk = new byte[word(read)];
        for (int index = 0; index < chunk.length; index++) {
            chunk[index] = data.get(JAVA_BYTE, ((read + 2L) * 4 + index) % data.byteSize());
        }
        setWord(read, 0);
        setWord(read + 1, CONSUMED);
        setReadIndex((read + 2 + (chunk.length + 3) / 4) % words());
        return chunk;
    }

    private int index(int offset) {
        return (int) INT.getAcquire(header, (long) offset);
    }

    private int word(int index) {
        return (int) INT.getAcquire(data, index % words() * 4L);
    }

    private void setWord(int index, int value) {
        INT.setRelease(data, index % words() * 4L, value);
    }
}

package dev.remotenode.dist;

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

/** One of the daemon's rings as a local tool has it: for one small message, the first. */
final class TrainingRing {
    private static final int WORD = Integer.BYTES;
    private static final int VALID = 0xA1A1A1A1;
    private static final long WORD_COUNT = 8;
    private static final long SEMAPHORE = 8208;
    private static final long HEADER_SIZE = 8248;
    private static final VarHandle INT = JAVA_INT.varHandle();

    private final MemorySegment header;
    private final MemorySegment data;

    private TrainingRing(MemorySegment header, MemorySegment data) {
        this.header = header;
        this.data = data;
    }

    /** Opens the ring whose two files begin with that path. */
    static TrainingRing open(String base, Arena arena) throws IOException {
        MemorySegment header = map(Path.of(base + "-header"), HEADER_SIZE, arena);
        long size = (long) header.get(JAVA_INT, WORD_COUNT) * WORD;
        return new TrainingRing(header, map(Path.of(base + "-data"), size, arena));
    }

    private static MemorySegment map(Path file, long size, Arena arena) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(MapMode.READ_WRITE, 0, size, arena);
        }
    }

    void write(byte[] message) {
        MemorySegment.copy(message, 0, data, JAVA_BYTE, 2 * WORD, message.length);
        data.set(JAVA_INT, 0, message.length);
        INT.setRelease(data, (long) WORD, VALID);
        INT.setRelease(header, SEMAPHORE, 1);
    }

    /** Waits busily, as there is nothing else to do. */
    void awaitMessage() {
        while ((int) INT.getAcquire(header, SEMAPHORE) == 0) {
            Thread.onSpinWait();
        }
    }
}

package dev.remotenode.ocf.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * The compressor of libbz2, where a host has it. Works outside the heap of Java: the tables of a
 * block take megabytes. Callable from any thread.
 */
public final class Bzip2Library {

    /** As Debian calls it, and as others do. */
    private static final List<String> NAMES = List.of("libbz2.so.1.0", "libbz2.so.1");

    private static final StructLayout STREAM =
            MemoryLayout.structLayout(
                    JAVA_LONG.withName("next_in"),
                    JAVA_INT.withName("avail_in"),
                    JAVA_LONG.withByteAlignment(Integer.BYTES).withName("total_in"),
                    MemoryLayout.paddingLayout(Integer.BYTES),
                    JAVA_LONG.withName("next_out"),
                    JAVA_INT.withName("avail_out"),
                    JAVA_LONG.withByteAlignment(Integer.BYTES).withName("total_out"),
                    MemoryLayout.paddingLayout(Integer.BYTES),
                    ADDRESS.withName("state"),
                    ADDRESS.withName("bzalloc"),
                    ADDRESS.withName("bzfree"),
                    ADDRESS.withName("opaque"));
    private static final long NEXT_IN = offset("next_in");
    private static final long AVAIL_IN = offset("avail_in");
    private static final long NEXT_OUT = offset("next_out");
    private static final long AVAIL_OUT = offset("avail_out");

    private static final int BZ_RUN = 0;
    private static final int BZ_FINISH = 2;
    private static final int BZ_OK = 0;
    private static final int BZ_STREAM_END = 4;
    private static final int SILENT = 0;

    /** Effort for repetitive input, by the library's own judgement. */
    private static final int DEFAULT_WORK = 0;

    private final MemorySegment init;
    private final MemorySegment compress;
    private final MemorySegment end;

    private Bzip2Library(SymbolLookup library) {
        this.init = library.findOrThrow("BZ2_bzCompressInit");
        this.compress = library.findOrThrow("BZ2_bzCompress");
        this.end = library.findOrThrow("BZ2_bzCompressEnd");
    }

    /** Finds the library, and keeps it loaded. */
    public static Optional<Bzip2Library> load() {
        return NAMES.stream().flatMap(name -> load(name).stream()).findFirst();
    }

    @SuppressWarnings("restricted") // calling C is what this package is for
    private static Optional<Bzip2Library> load(String name) {
        try {
            return Optional.of(new Bzip2Library(SymbolLookup.libraryLookup(name, Arena.global())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Compresses.
     *
     * @param blockSize in units of 100 kB, 1 to 9
     * @param pieces what is compressed, one after the other; direct, taken from position to limit
     * @param out takes the result, and is then at the end of it; direct
     * @return false if there is no room for it in {@code out}
     * @throws OutOfMemoryError if the library gets no memory for its tables
     */
    public boolean compress(int blockSize, List<ByteBuffer> pieces, ByteBuffer out) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment stream = arena.allocate(STREAM);
            if (Libc.plain(init, stream.address(), blockSize, SILENT, DEFAULT_WORK) != BZ_OK) {
                throw new OutOfMemoryError("libbz2 gets no memory");
            }
            try {
                return compress(stream, pieces, out);
            } finally {
                Libc.plain(end, stream.address());
            }
        }
    }

    private boolean compress(MemorySegment stream, List<ByteBuffer> pieces, ByteBuffer out) {
        int room = out.remaining();
        stream.set(JAVA_LONG, NEXT_OUT, MemorySegment.ofBuffer(out).address());
        stream.set(JAVA_INT, AVAIL_OUT, room);
        for (ByteBuffer piece : pieces) {
            stream.set(JAVA_LONG, NEXT_IN, MemorySegment.ofBuffer(piece).address());
            stream.set(JAVA_INT, AVAIL_IN, piece.remaining());
            Libc.plain(compress, stream.address(), BZ_RUN);
            if (stream.get(JAVA_INT, AVAIL_IN) > 0) {
                return false;
            }
        }
        boolean complete = Libc.plain(compress, stream.address(), BZ_FINISH) == BZ_STREAM_END;
        out.position(out.position() + room - stream.get(JAVA_INT, AVAIL_OUT));
        return complete;
    }

    private static long offset(String field) {
        return STREAM.byteOffset(PathElement.groupElement(field));
    }
}

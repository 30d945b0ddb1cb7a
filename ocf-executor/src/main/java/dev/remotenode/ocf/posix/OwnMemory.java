package dev.remotenode.ocf.posix;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process has in memory and need not have; callable from any thread. */
public final class OwnMemory {

    private static final Path MAPPINGS = Path.of("/proc/self/smaps");
    private static final int MADV_DONTNEED = 4;
    private static final int HEXADECIMAL = 16;
    private static final MemorySegment MALLOC_TRIM = Libc.symbol("malloc_trim");
    private static final MemorySegment MADVISE = Libc.symbol("madvise");

    private OwnMemory() {}

    /** Gives the kernel back what native code has freed. */
    public static void returnFreed() {
        Libc.call(MALLOC_TRIM, 0);
    }

    /**
     * Lets go of parts of files that are mapped for reading: code and tables of which most was
     * needed once. They stay in the kernel's cache, and what is used again comes back from there.
     *
     * @throws IOException if the kernel does not tell what is mapped
     */
    public static void releaseFiles() throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(MAPPINGS)) {
            Region region = Region.NONE;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (Region.begins(line)) {
                    region = Region.of(line);
                } else if (line.startsWith("Anonymous:") && line.endsWith(" 0 kB")) {
                    // Nothing of it was ever written to, and so all of it is in the file.
                    region.release();
                }
            }
        }
    }

    /**
     * A mapping of the process.
     *
     * @param isFile whether it is the content of a file, and cannot be written to
     */
    private record Region(long begin, long end, boolean isFile) {

        static final Region NONE = new Region(0, 0, false);

        /** Whether a line is the first about a mapping: its addresses have small letters. */
        static boolean begins(String line) {
            return Character.digit(line.charAt(0), HEXADECIMAL) >= 0
                    && !Character.isUpperCase(line.charAt(0));
        }

        /** Reads a line such as {@code 7f10-7f20 r-xp 00000000 fe:00 42 /lib/libc.so.6}. */
        static Region of(String line) {
            int dash = line.indexOf('-');
            int space = line.indexOf(' ');
            return new Region(
                    Long.parseUnsignedLong(line, 0, dash, HEXADECIMAL),
                    Long.parseUnsignedLong(line, dash + 1, space, HEXADECIMAL),
                    line.charAt(space + 2) == '-' && line.indexOf('/') >= 0);
        }

        void release() {
            if (isFile) {
                Libc.call(MADVISE, begin, end - begin, MADV_DONTNEED);
            }
        }
    }
}

package dev.remotenode.ocf.process;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Collects what a child writes to one stream, up to a limit; the rest is forgotten. */
final class OutputBuffer {

    /** As Pacemaker since 2.1.9. */
    static final int LIMIT = 10 * 1024 * 1024;

    private static final byte[] NOTHING = new byte[0];

    private byte[] bytes = NOTHING;
    private int length;

    void append(MemorySegment source, int count) {
        int kept = Math.min(count, LIMIT - length);
        if (kept > bytes.length - length) {
            int doubled = Math.min(LIMIT, 2 * bytes.length);
            bytes = Arrays.copyOf(bytes, Math.max(length + kept, doubled));
        }
        MemorySegment.copy(source, ValueLayout.JAVA_BYTE, 0, bytes, length, kept);
        length += kept;
    }

    /**
     * The text as far as it is one: what is not UTF-8 becomes U+FFFD, and NULs are left out,
     * because neither can be said in a message.
     */
    String text() {
        return length == 0
                ? ""
                : new String(bytes, 0, length, StandardCharsets.UTF_8).replace("\0", "");
    }
}

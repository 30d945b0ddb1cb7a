package dev.remotenode.agent.cli.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/**
 * Files in memory as a .tar.gz (POSIX ustar), which every {@code tar} unpacks. Used by one thread.
 */
final class TarArchive {
    private static final int BLOCK = 512;
    private static final int LONGEST_NAME = 100;
    private static final int CHECKSUM = 148;
    private static final int CHECKSUM_LENGTH = 8;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Instant time;

    /**
     * Starts one.
     *
     * @param time of all files
     */
    TarArchive(Instant time) {
        this.time = time;
    }

    /** Adds a file for its owner alone. */
    void add(String name, byte[] content) {
        byte[] path = name.getBytes(StandardCharsets.UTF_8);
        if (path.length > LONGEST_NAME) {
            throw new IllegalArgumentException("too long for a name in an archive: " + name);
        }
        byte[] header = new byte[BLOCK];
        System.arraycopy(path, 0, header, 0, path.length);
        put("0000600", header, 100);
        put("0000000", header, 108);
        put("0000000", header, 116);
        put("%011o".formatted(content.length), header, 124);
        put("%011o".formatted(time.getEpochSecond()), header, 136);
        Arrays.fill(header, CHECKSUM, CHECKSUM + CHECKSUM_LENGTH, (byte) ' ');
        put("0", header, 156);
        put("ustar", header, 257);
        put("00", header, 263);
        put("root", header, 265);
        put("root", header, 297);
        int sum = 0;
        for (byte part : header) {
            sum += part & 0xff;
        }
        put("%06o\0".formatted(sum), header, CHECKSUM);
        bytes.writeBytes(header);
        bytes.writeBytes(content);
        bytes.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
    }

    private static void put(String text, byte[] header, int at) {
        byte[] field = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(field, 0, header, at, field.length);
    }

    /** All of it, compressed. */
    byte[] compressed() {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            bytes.writeTo(gzip);
            gzip.write(new byte[2 * BLOCK]);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
        return compressed.toByteArray();
    }
}

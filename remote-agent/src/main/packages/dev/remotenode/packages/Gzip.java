package dev.remotenode.packages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Compressed files as Debian wants them: as small as can be, and the same from each build. */
final class Gzip {
    /** Where the format says how hard was tried (RFC 1952, XFL), which Java leaves open. */
    private static final int EXTRA_FLAGS = 8;

    private static final byte SMALLEST = 2;

    private Gzip() {}

    static void write(byte[] content, Path file) throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (OutputStream out = new Smallest(compressed)) {
            out.write(content);
        }
        byte[] bytes = compressed.toByteArray();
        bytes[EXTRA_FLAGS] = SMALLEST;
        Files.write(file, bytes);
    }

    /** Puts a compressed file in place of one, with {@code .gz} after its name. */
    static void replace(Path file) throws IOException {
        write(Files.readAllBytes(file), file.resolveSibling(file.getFileName() + ".gz"));
        Files.delete(file);
    }

    private static final class Smallest extends GZIPOutputStream {
        Smallest(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}

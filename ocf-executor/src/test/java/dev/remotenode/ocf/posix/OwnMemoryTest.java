package dev.remotenode.ocf.posix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnMemoryTest {

    private static final int SIZE = 8 << 20;

    @TempDir private Path folder;

    @Test
    void releasesWhatIsMappedOfAFileAndLosesNothing() throws IOException {
        byte[] content = new byte[SIZE];
        new Random(1).nextBytes(content);
        Path file = Files.write(folder.resolve("mapped"), content);
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer mapped = channel.map(MapMode.READ_ONLY, 0, SIZE);
            assertEquals(ByteBuffer.wrap(content), mapped);
            assertTrue(residentKilobytes(file) > 0);

            OwnMemory.releaseFiles();

            assertEquals(0, residentKilobytes(file));
            assertEquals(ByteBuffer.wrap(content), mapped);
        }
    }

    @Test
    void keepsWhatWasWrittenToAPrivateMapping() throws IOException {
        Path file = Files.write(folder.resolve("private"), new byte[SIZE]);
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer mapped = channel.map(MapMode.PRIVATE, 0, SIZE);
            mapped.put(0, (byte) 42);

            OwnMemory.releaseFiles();
            OwnMemory.returnFreed();

            assertEquals(42, mapped.get(0));
        }
    }

    private static long residentKilobytes(Path file) throws IOException {
        boolean inside = false;
        for (String line : Files.readAllLines(Path.of("/proc/self/smaps"))) {
            if (line.endsWith(file.toString())) {
                inside = true;
            } else if (inside && line.startsWith("Rss:")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new AssertionError("not mapped: " + file);
    }
}

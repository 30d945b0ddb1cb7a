package dev.remotenode.bench.predictability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the host of this virtual machine has taken from it, as far as it says so. */
final class StolenTime {
    private static final Path STATISTICS = Path.of("/proc/stat");
    private static final int STOLEN = 8;
    private static final double MILLIS_PER_TICK = 10;

    private StolenTime() {}

    /** In milliseconds of one processor, since the machine was started. */
    static double millis() {
        try {
            List<String> fields = List.of(Files.readAllLines(STATISTICS).getFirst().split(" +"));
            return MILLIS_PER_TICK * Long.parseLong(fields.get(STOLEN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

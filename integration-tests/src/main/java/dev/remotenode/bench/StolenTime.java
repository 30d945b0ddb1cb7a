package dev.remotenode.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What the host of this virtual machine takes from it, as far as it says so. */
public final class StolenTime {
    private static final Path STATISTICS = Path.of("/proc/stat");
    private static final int STOLEN = 8;
    private static final double MILLIS_PER_TICK = 10;
    private static final double PERCENT = 100;

    private final long begin = System.nanoTime();
    private final double before = millis();

    /** Begins to look. */
    StolenTime() {}

    /** How much of all processors was taken since then. */
    double percent() {
        double elapsed = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        return PERCENT
                * (millis() - before)
                / (elapsed * Runtime.getRuntime().availableProcessors());
    }

    /** In milliseconds of one processor, since the machine was started. */
    public static double millis() {
        try {
            List<String> fields = List.of(Files.readAllLines(STATISTICS).getFirst().split(" +"));
            return MILLIS_PER_TICK * Long.parseLong(fields.get(STOLEN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

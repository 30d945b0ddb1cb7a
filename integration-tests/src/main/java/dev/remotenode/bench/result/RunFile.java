package dev.remotenode.bench.result;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A run as JSON, with every sample. */
public final class RunFile {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private RunFile() {}

    /** Writes a run. */
    public static void write(Path file, Run run) throws IOException {
        Stored stored =
                new Stored(
                        run.machine(),
                        run.begun().toString(),
                        run.stolenPercent().orElse(null),
                        run.extent(),
                        Quantity.all().stream()
                                .flatMap(quantity -> series(run.results(), quantity))
                                .toList());
        Files.writeString(file, GSON.toJson(stored));
    }

    /**
     * Reads a run. What it has of quantities that are not measured any more is left out.
     *
     * @throws IOException if it cannot be read, or is something else
     */
    public static Run read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException("cannot read " + file);
        }
        try {
            Stored stored = GSON.fromJson(Files.readString(file), Stored.class);
            Results results = new Results();
            for (Series series : stored.series) {
                Quantity.named(series.quantity)
                        .ifPresent(quantity ->
                                results.of(quantity, series.place).addAll(series.values));
            }
            return new Run(
                    stored.machine,
                    Instant.parse(stored.begun),
                    Optional.ofNullable(stored.stolenPercent),
                    stored.extent,
                    results);
        } catch (RuntimeException e) {
            throw new IOException(file + " is no result of the bench", e);
        }
    }

    private static Stream<Series> series(Results results, Quantity quantity) {
        return Stream.of(Place.values())
                .flatMap(place ->
                        results.find(quantity, place).stream()
                                .map(samples ->
                                        new Series(
                                                quantity.name(),
                                                place,
                                                quantity.unit(),
                                                samples.values())));
    }

    /** The whole file. */
    private record Stored(
            Machine machine,
            String begun,
            @Nullable Double stolenPercent,
            String extent,
            List<Series> series) {}

    private record Series(String quantity, Place place, String unit, List<Double> values) {}
}

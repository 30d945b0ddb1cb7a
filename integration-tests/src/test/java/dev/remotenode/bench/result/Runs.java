package dev.remotenode.bench.result;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Runs that nobody has made. */
public final class Runs {
    static final Machine MACHINE = new Machine("0011aabb", "Example 1000", 2, 24, "6.1.0");

    private Runs() {}

    /** A run in which each place has one sample of each quantity that is measured there. */
    public static Run complete() {
        Results results = new Results();
        for (Quantity quantity : Quantity.all()) {
            for (Place place : quantity.group().places()) {
                results.of(quantity, place).add(1.5);
            }
        }
        return of(results);
    }

    static Run of(Results results) {
        return on(MACHINE, results);
    }

    static Run on(Machine machine, Results results) {
        return new Run(
                machine, Instant.parse("2026-11-28T12:00:00Z"), Optional.of(0.4), "full", results);
    }

    static Results measured(Quantity quantity, Place place, Double... values) {
        Results results = new Results();
        results.of(quantity, place).addAll(List.of(values));
        return results;
    }
}

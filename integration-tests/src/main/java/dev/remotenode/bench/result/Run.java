package dev.remotenode.bench.result;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * One run of the bench.
 *
 * @param extent how much was measured, as the command line names it
 */
public record Run(Machine machine, Instant begun, String extent, Results results) {
    /** When and where it was. */
    public String surroundings() {
        return "%s, %s".formatted(LocalDate.ofInstant(begun, ZoneOffset.UTC), machine);
    }
}

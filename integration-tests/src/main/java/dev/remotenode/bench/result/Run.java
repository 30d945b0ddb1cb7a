package dev.remotenode.bench.result;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * One run of the bench.
 *
 * @param stolenPercent of all processors, which the host of a virtual machine has taken meanwhile;
 *     runs of earlier versions do not tell
 * @param extent how much was measured, as the command line names it
 */
public record Run(
        Machine machine,
        Instant begun,
        Optional<Double> stolenPercent,
        String extent,
        Results results) {
    /** When and where it was. */
    public String surroundings() {
        return "%s, %s%s"
                .formatted(LocalDate.ofInstant(begun, ZoneOffset.UTC), machine, disturbance());
    }

    private String disturbance() {
        return stolenPercent.map(", of which their host took %.1f %%"::formatted).orElse("");
    }
}

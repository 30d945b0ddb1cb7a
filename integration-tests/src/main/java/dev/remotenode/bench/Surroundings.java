package dev.remotenode.bench;

import dev.remotenode.bench.result.Machine;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** When and where was measured, for tables that are not kept. */
public final class Surroundings {
    private Surroundings() {}

    /** In one line. */
    public static String describe() {
        return "%s, %s\n".formatted(LocalDate.now(ZoneOffset.UTC), Machine.here());
    }
}

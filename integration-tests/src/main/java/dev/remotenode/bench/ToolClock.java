package dev.remotenode.bench;

import dev.remotenode.bench.result.Tool;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.LabException;
import java.util.ArrayList;
import java.util.List;

/** Measures tools on a host, by a shell there: entering the host is not part of the time. */
final class ToolClock {
    private static final double MILLIS_PER_MICRO = 1e-3;

    /** {@code EPOCHREALTIME} has six digits after its point; without the point it is in µs. */
    private static final String LOOP =
            """
            count=$1; shift
            for ((i = 0; i < count; i++)); do
                begin=${EPOCHREALTIME/./}
                "$@" >/dev/null || exit
                echo $((${EPOCHREALTIME/./} - begin))
            done
            """;

    private ToolClock() {}

    /**
     * Runs a tool several times.
     *
     * @return how long each run took, in milliseconds
     * @throws LabException if one fails
     */
    static List<Double> measureMillis(Host host, Tool tool, int runs) {
        List<String> shell =
                new ArrayList<>(List.of("bash", "-c", LOOP, "bash", Integer.toString(runs)));
        shell.addAll(tool.arguments());
        CommandResult result = host.run(Command.of(shell));
        if (!result.succeeded()) {
            throw new LabException("%s on %s: %s".formatted(tool, host, result.errors()));
        }
        return result.output()
                .lines()
                .map(micros -> Long.parseLong(micros) * MILLIS_PER_MICRO)
                .toList();
    }
}

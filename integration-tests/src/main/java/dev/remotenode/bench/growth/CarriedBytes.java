package dev.remotenode.bench.growth;

import dev.remotenode.bench.BenchClient;
import dev.remotenode.bench.PlayedCib;
import dev.remotenode.bench.ProcessorTime;
import dev.remotenode.bench.Subject;
import dev.remotenode.bench.result.Figures;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.host.Host;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What it costs to carry the answer to a local tool, the larger it is. */
final class CarriedBytes {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final double NANOS_PER_MILLI = 1e6;

    /** The exit code of Pacemaker's tools for that. */
    private static final int TIMED_OUT = 124;

    /** Pacemaker's daemon compresses what is large, which takes it seconds. */
    private static final String LOOP =
            """
            for ((i = 0; i < $1; i++)); do
                cibadmin --query --timeout=120 >/dev/null || exit
            done
            """;

    private enum Size {
        KILOBYTE(1_000, 200),
        TEN_KILOBYTES(10_000, 200),
        HUNDRED_KILOBYTES(100_000, 100),
        MEGABYTE(1_000_000, 20),
        TEN_MEGABYTES(10_000_000, 3),
        TWENTY_MEGABYTES(20_000_000, 2);

        private final int bytes;
        private final int calls;

        Size(int bytes, int calls) {
            this.bytes = bytes;
            this.calls = calls;
        }
    }

    private final Subject ours;
    private final Subject theirs;

    CarriedBytes(Subject ours, Subject theirs) {
        this.ours = ours;
        this.theirs = theirs;
    }

    /** The processor time of the daemons, as a table in Markdown. */
    String measure() {
        List<String> lines = new ArrayList<>();
        lines.add(
                """
                | size of an answer in bytes | processor time, ms, ours | Pacemaker's \
                | per byte, ns, ours | Pacemaker's |
                | ---: | ---: | ---: | ---: | ---: |\
                """);
        try (BenchClient us = BenchClient.provider(ours.node());
                BenchClient them = BenchClient.provider(theirs.node())) {
            for (Size size : Size.values()) {
                OptionalDouble our = millis(ours, us, size);
                OptionalDouble their = millis(theirs, them, size);
                double toNanosPerByte = NANOS_PER_MILLI / size.bytes;
                lines.add(
                        "| %d | %s | %s | %s | %s |"
                                .formatted(
                                        size.bytes,
                                        figure(our, 1),
                                        figure(their, 1),
                                        figure(our, toNanosPerByte),
                                        figure(their, toNanosPerByte)));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String figure(OptionalDouble millis, double factor) {
        return millis.isPresent() ? Figures.rounded(millis.getAsDouble() * factor) : "no answer";
    }

    /** Per call, after some that do not count; nothing if the tool has given up. */
    private static OptionalDouble millis(Subject subject, BenchClient client, Size size) {
        System.out.printf("%s: %d bytes ...%n", subject.program().implementation(), size.bytes);
        new PlayedCib(client, size.bytes);
        Host host = subject.node().host();
        if (!isAnswered(host, Math.max(1, size.calls / 4))) {
            return OptionalDouble.empty();
        }
        double before = ProcessorTime.millis(host);
        return isAnswered(host, size.calls)
                ? OptionalDouble.of((ProcessorTime.millis(host) - before) / size.calls)
                : OptionalDouble.empty();
    }

    private static boolean isAnswered(Host host, int calls) {
        CommandResult queries =
                host.run(
                        Command.of("bash", "-c", LOOP, "bash", Integer.toString(calls))
                                .within(LIMIT));
        if (queries.status() == TIMED_OUT) {
            return false;
        }
        queries.outputOrFail();
        return true;
    }
}

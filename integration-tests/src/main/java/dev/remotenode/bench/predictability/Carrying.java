package dev.remotenode.bench.predictability;

import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.Host;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A local tool that asks for the whole configuration, again and again. */
record Carrying(Host host, Duration interval) {
    private static final Command TOOL =
            Command.of("sh", "-c", "cibadmin --query --timeout=110 >/dev/null")
                    .within(Duration.ofMinutes(2));

    /** Goes on for so long, and returns when it was under way. */
    List<Span> run(Duration length) throws InterruptedException {
        List<Span> carried = new ArrayList<>();
        long first = System.nanoTime();
        for (long next = first; next - first < length.toNanos(); next += interval.toNanos()) {
            Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
            long begin = System.nanoTime();
            host.run(TOOL).outputOrFail();
            carried.add(new Span(begin, System.nanoTime()));
        }
        return carried;
    }
}

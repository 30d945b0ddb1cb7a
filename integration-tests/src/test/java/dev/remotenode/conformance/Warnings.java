package dev.remotenode.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.host.Await;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** The warnings in the daemon's log since this was made. */
final class Warnings {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Pattern AS_WARNING = Pattern.compile("\t(warning|error|crit): ");

    private final StandaloneNode node;
    private final int before;

    Warnings(StandaloneNode node) {
        this.node = node;
        before = node.log().length();
    }

    /** Waits for the first, and insists that there is no other. */
    void assertOne(String wanted) {
        Await.until(
                "a warning that says " + wanted,
                LIMIT,
                this::lines,
                lines -> lines.stream().anyMatch(line -> line.contains(wanted)));
        assertEquals(1, lines().size(), () -> String.join("\n", lines()));
    }

    private List<String> lines() {
        return node.log().substring(before).lines().filter(AS_WARNING.asPredicate()).toList();
    }
}

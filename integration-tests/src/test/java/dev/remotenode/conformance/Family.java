package dev.remotenode.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Host;
import java.time.Duration;

/** A child and a grandchild of an agent, both of which would live for a day. */
final class Family {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private Family() {}

    /** The commands of bash that have them; they keep none of the agent's pipes. */
    static String children(String name) {
        return "( (exec -a grandchild-%1$s sleep 1d) & exec -a child-%1$s sleep 1d ) >&- 2>&- & "
                .formatted(name);
    }

    /** Both are there. */
    static void assertAlive(Host host, String name) {
        Await.until("the children", LIMIT, () -> alive(host, name) == 2);
        assertEquals(2, alive(host, name));
    }

    static void awaitGone(Host host, String name) {
        Await.until("the end of the children", LIMIT, () -> alive(host, name) == 0);
    }

    private static long alive(Host host, String name) {
        return host.processes().mentioning("child-" + name + " ").stream().count();
    }
}

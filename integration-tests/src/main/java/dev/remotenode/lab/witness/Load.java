package dev.remotenode.lab.witness;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Resources with monitors, and whatever a cluster may want of them besides, at random: most of it
 * works, some fails, hangs with a child, or is killed.
 */
public final class Load {
    private static final Duration AMPLE = Duration.ofSeconds(60);

    /**
     * Long enough for an agent to begin where memory is short: Pacemaker's daemon gives up on one
     * that has no process group yet when its time is over, and never reports it.
     */
    private static final Duration SHORT = Duration.ofSeconds(1);

    private static final List<String> ACTIONS = List.of("start", "monitor", "reload", "promote");

    private static final String HANGS = "sleep 1d & sleep 1d";
    private static final String IS_KILLED = "kill -9 $$";

    private final List<String> resources;
    private final Duration interval;
    private final Random random;

    /**
     * Makes resources up, which nobody knows yet.
     *
     * @param prefix their names begin with it
     * @param interval of their monitors
     * @param seed the same seed makes the same load
     */
    public Load(String prefix, int resources, Duration interval, long seed) {
        this.resources = IntStream.range(0, resources).mapToObj(i -> prefix + i).toList();
        this.interval = interval;
        random = new Random(seed);
    }

    /** Registers all resources, and has them monitored. */
    public void begin(PlayedNode node) {
        for (String resource : resources) {
            node.register(resource);
            watch(node, resource);
        }
    }

    /** Wants something so many times, without waiting for anything. */
    public void wish(PlayedNode node, int times) {
        for (int i = 0; i < times; i++) {
            node.once(anyOf(resources), anyOf(ACTIONS), AMPLE, "true");
        }
    }

    /** Wants something of one of the resources. */
    public void next(PlayedNode node) {
        String resource = anyOf(resources);
        String action = anyOf(ACTIONS);
        int lot = random.nextInt(100);
        if (lot < 60) {
            node.once(resource, action, AMPLE, "true");
        } else if (lot < 75) {
            node.once(resource, action, AMPLE, "sleep 0.2");
        } else if (lot < 85) {
            node.once(resource, action, AMPLE, "exit 1");
        } else if (lot < 90) {
            node.once(resource, action, SHORT, HANGS);
        } else if (lot < 95) {
            node.once(resource, action, AMPLE, IS_KILLED);
        } else {
            // Resources of ours have one monitor each, and it comes back when it is cancelled.
            String old = anyOf(node.recurring());
            node.cancel(old);
            node.awaitReport(old);
            watch(node, old.substring(0, old.indexOf("-monitor-")));
        }
    }

    /** Wants something so many times, and does not ask for too much at once. */
    public void next(PlayedNode node, int times, int atOnce) {
        for (int i = 0; i < times; i++) {
            next(node);
            node.awaitAtMost(atOnce);
        }
    }

    private <T> T anyOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private void watch(PlayedNode node, String resource) {
        node.monitor(resource, interval, AMPLE, "true");
    }
}

package dev.remotenode.soak;

import dev.remotenode.lab.LabSettings;
import dev.remotenode.lab.host.Lab;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Two daemons for an hour: one with 300 resources, whose cluster nodes are played, so that each
 * operation can be accounted for; and one in a real cluster, with tools in the guest. Everything
 * that goes wrong there is chosen by a seed. In the end, nothing may be missing in the history, and
 * nothing may have grown.
 */
public final class Soak {
    private static final int RESOURCES = 300;
    private static final String MINUTES = "60";
    private static final Duration STEP = Duration.ofMillis(500);
    private static final Duration SAMPLE = Duration.ofSeconds(10);

    private Soak() {}

    /** Something to do. */
    private interface Step {
        void run() throws Exception;
    }

    /**
     * Prints a table; fails if anything was lost or has grown.
     *
     * @param arguments how many minutes, by default {@value #MINUTES}; then a seed, for the same
     *     failures as another time
     */
    public static void main(String[] arguments) throws Exception {
        Duration length =
                Duration.ofMinutes(Integer.parseInt(arguments.length > 0 ? arguments[0] : MINUTES));
        long seed =
                arguments.length > 1
                        ? Long.parseLong(arguments[1])
                        : ThreadLocalRandom.current().nextLong(1_000_000);
        System.out.printf("%d minutes, seed %d%n", length.toMinutes(), seed);
        LabSettings settings = LabSettings.fromSystemProperties();
        System.exit(play(settings, length, seed) ? 0 : 1);
    }

    private static boolean play(LabSettings settings, Duration length, long seed) throws Exception {
        // The cluster first: it takes its time, and has limits on it.
        try (ClusterSide cluster = new ClusterSide(settings, seed);
                PlayedSide played = new PlayedSide(settings, RESOURCES, seed)) {
            try {
                return soak(played, cluster, length);
            } catch (Exception | AssertionError e) {
                keepEvidence(settings, played.node().lab());
                keepEvidence(settings, cluster.stage().lab());
                throw e;
            }
        }
    }

    private static void keepEvidence(LabSettings settings, Lab lab) {
        String occasion = String.valueOf(lab.folder().getFileName());
        settings.evidence().show(lab, occasion);
    }

    private static boolean soak(PlayedSide played, ClusterSide cluster, Duration length)
            throws Exception {
        Samples ofPlayed = new Samples(played.node().host());
        Samples ofCluster = new Samples(cluster.stage().remote().host());
        List<Exception> failures =
                work(
                        new Shift(length),
                        List.of(
                                new Task(STEP, played::step),
                                new Task(STEP, cluster::step),
                                new Task(SAMPLE, ofPlayed::take),
                                new Task(SAMPLE, ofCluster::take)));
        System.out.printf(
                "Real cluster: %s%nPlayed cluster nodes: %s%n",
                cluster.summary(), played.summary());
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
        Table table = new Table(ofPlayed.growth(), ofCluster.growth());
        System.out.printf("%sPlayed: %s; nothing was lost%n", table.text(), played.judge());
        return table.isFlat();
    }

    /** Something that is done again and again, and the pause in between. */
    private record Task(Duration pause, Step step) {}

    private static List<Exception> work(Shift shift, List<Task> tasks) {
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<?>> work = new ArrayList<>();
            tasks.forEach(task -> work.add(threads.submit(() -> shift.work(task))));
            return work.stream().flatMap(Soak::failure).toList();
        }
    }

    private static Stream<Exception> failure(Future<?> part) {
        try {
            part.get();
            return Stream.empty();
        } catch (ExecutionException e) {
            return Stream.of(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Stream.of(e);
        }
    }

    /** The time in which everybody works: until the end, or until one has failed. */
    private static final class Shift {
        private final long end;
        private final AtomicBoolean over = new AtomicBoolean();

        Shift(Duration length) {
            end = System.nanoTime() + length.toNanos();
        }

        boolean work(Task task) throws Exception {
            try {
                while (!over.get() && System.nanoTime() - end < 0) {
                    task.step().run();
                    Thread.sleep(task.pause());
                }
                return true;
            } catch (Exception | AssertionError e) {
                over.set(true);
                throw e;
            }
        }
    }
}

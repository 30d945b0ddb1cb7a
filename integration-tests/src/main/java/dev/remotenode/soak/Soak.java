package dev.remotenode.soak;

import dev.remotenode.lab.LabSettings;
import dev.remotenode.lab.audit.Tally;
import dev.remotenode.lab.host.Lab;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

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

    /** Something that is done again and again. */
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
        try (PlayedSide played = new PlayedSide(settings, RESOURCES, seed);
                ClusterSide cluster = new ClusterSide(settings, seed)) {
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
        System.out.printf("evidence in %s%n", settings.evidence().collect(lab, occasion));
    }

    private static boolean soak(PlayedSide played, ClusterSide cluster, Duration length)
            throws Exception {
        Samples ofPlayed = new Samples(played.node().host());
        Samples ofCluster = new Samples(cluster.stage().remote().host());
        long end = System.nanoTime() + length.toNanos();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<?>> work = new ArrayList<>();
            work.add(threads.submit(again(played::step, STEP, end)));
            work.add(threads.submit(again(cluster::step, STEP, end)));
            work.add(
                    threads.submit(
                            again(
                                    () -> {
                                        ofPlayed.take();
                                        ofCluster.take();
                                    },
                                    SAMPLE,
                                    end)));
            for (Future<?> part : work) {
                part.get();
            }
        }
        Tally tally = played.judge();
        System.out.printf(
                "Played cluster nodes: %s; %s; nothing was lost%nReal cluster: %s%n",
                tally, played.summary(), cluster.summary());
        Table table = new Table(ofPlayed.growth(), ofCluster.growth());
        System.out.print(table.text());
        return table.isFlat();
    }

    private static Callable<Boolean> again(Step step, Duration pause, long end) {
        return () -> {
            while (System.nanoTime() - end < 0) {
                step.run();
                Thread.sleep(pause);
            }
            return true;
        };
    }
}

package dev.remotenode.bench;

import dev.remotenode.bench.result.Figures;
import dev.remotenode.bench.result.Samples;
import dev.remotenode.lab.GuestCluster;
import dev.remotenode.lab.LabSettings;
import dev.remotenode.lab.cluster.Placement;
import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.LabException;
import dev.remotenode.lab.libvirt.LxcGuest;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/**
 * How long a cluster is without a resource in a guest when the daemon there, and with it the guest,
 * is killed: a container of libvirt, which has a new hardware address whenever it starts. What the
 * cluster node knows of the old one is confirmed right before, as traffic does it all the time on a
 * node that is in use.
 */
public final class Recovery {
    private static final String TIMES = "10";

    private Recovery() {}

    /**
     * Prints a table.
     *
     * @param arguments how many times to kill each daemon, by default {@value #TIMES}
     */
    public static void main(String[] arguments) {
        int times = Integer.parseInt(arguments.length == 0 ? TIMES : arguments[0]);
        LabSettings settings = LabSettings.fromSystemProperties();
        System.out.println("Forming two clusters, each with a container as its guest ...");
        try (Stage ours = new Stage(settings, "recovery-ours");
                Stage theirs = new Stage(settings.withReferenceDaemon(), "recovery-theirs")) {
            for (int time = 1; time <= times; time++) {
                System.out.printf("Killing both, %d of %d ...%n", time, times);
                ours.measure();
                theirs.measure();
            }
            System.out.print(
                    Surroundings.describe()
                            + "\n| recovered after, in s | ours | Pacemaker's |\n"
                            + "| --- | ---: | ---: |\n"
                            + row("median", ours, theirs, Samples::median)
                            + row("best", ours, theirs, Samples::best)
                            + row("worst", ours, theirs, Samples::worst));
        }
    }

    private static String row(
            String title, Stage ours, Stage theirs, ToDoubleFunction<Samples> value) {
        return "| %s, of %d | %s | %s |\n"
                .formatted(
                        title,
                        ours.seconds.size(),
                        Figures.rounded(value.applyAsDouble(ours.seconds)),
                        Figures.rounded(value.applyAsDouble(theirs.seconds)));
    }

    /** One of the daemons, in a guest, with a resource. */
    private static final class Stage implements AutoCloseable {
        private static final Duration LIMIT = Duration.ofMinutes(3);
        private static final double MILLIS_PER_SECOND = 1000;
        private static final String RESOURCE = "FAKE";

        private final LabSettings settings;
        private final String name;
        private final GuestCluster cluster;
        private final LxcGuest guest;
        private final Samples seconds = new Samples();

        Stage(LabSettings settings, String name) {
            this.settings = settings;
            this.name = name;
            cluster = GuestCluster.open(settings, name, 1);
            guest = cluster.guests().getFirst();
            cluster.cluster()
                    .cib()
                    .create(
                            Primitive.of(RESOURCE, "ocf:pacemaker:Dummy")
                                    .monitoredEvery(Duration.ofSeconds(5)),
                            List.of(Placement.forbidden(cluster.host().name())));
            cluster.cluster().await("the start", LIMIT, now -> now.isStarted(RESOURCE));
        }

        void measure() {
            cluster.cluster().awaitIdle(LIMIT);
            cluster.host().run("ping", "-c", "1", guest.name());
            String neighbour =
                    Await.until(
                            "a confirmed neighbour",
                            LIMIT,
                            () -> cluster.host().run("ip", "neigh", "show", guest.address()),
                            entry -> entry.contains("REACHABLE"));
            OptionalInt before = cluster.libvirtd().running(guest.name());
            long killed = System.nanoTime();
            cluster.libvirtd().kill(guest.name());
            awaitRecovery(before);
            double took = Units.millisSince(killed) / MILLIS_PER_SECOND;
            System.out.printf(
                    "  %s: %s s; before: %s%n", name, Figures.rounded(took), neighbour.strip());
            seconds.add(took);
        }

        private void awaitRecovery(OptionalInt before) {
            try {
                cluster.cluster()
                        .await(
                                "the recovery",
                                LIMIT,
                                now ->
                                        now.isOnline(guest.name())
                                                && now.isStarted(RESOURCE)
                                                && isAnother(before));
            } catch (LabException e) {
                System.out.println("Evidence: " + settings.evidence().collect(cluster.lab(), name));
                throw e;
            }
        }

        private boolean isAnother(OptionalInt before) {
            OptionalInt now = cluster.libvirtd().running(guest.name());
            return now.isPresent() && !now.equals(before);
        }

        @Override
        public void close() {
            cluster.close();
        }
    }
}

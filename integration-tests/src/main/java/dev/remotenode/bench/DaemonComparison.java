package dev.remotenode.bench;

import dev.remotenode.bench.result.Metric;
import dev.remotenode.bench.result.Place;
import dev.remotenode.bench.result.Results;
import dev.remotenode.lab.LabSettings;
import java.util.List;
import java.util.stream.Stream;

/** Measures both daemons with a client that plays the cluster node, taking turns. */
final class DaemonComparison implements AutoCloseable {
    private final Subject ours;
    private final Subject theirs;

    private DaemonComparison(Subject ours, Subject theirs) {
        this.ours = ours;
        this.theirs = theirs;
    }

    /** Starts both, each on a host of its own. */
    static DaemonComparison open(LabSettings settings) {
        Subject ours = new Subject(settings);
        try {
            return new DaemonComparison(ours, new Subject(settings.withReferenceDaemon()));
        } catch (RuntimeException e) {
            ours.close();
            throw e;
        }
    }

    void measure(Extent extent) {
        Bench.say("Warming up");
        both().forEach(subject -> new Round(subject, extent).run());
        both().forEach(Subject::forget);
        for (int round = 1; round <= extent.rounds(); round++) {
            Bench.say("Round %d of %d".formatted(round, extent.rounds()));
            both().forEach(subject -> new Round(subject, extent).run());
        }
        Bench.say("Leaving both alone");
        new Idleness(both(), extent).measure();
        both().forEach(DaemonComparison::measureMemory);
        Bench.say("Starting each %d times".formatted(extent.starts()));
        both().forEach(subject -> subject.node().daemon().kill());
        for (int start = 0; start < extent.starts(); start++) {
            both().forEach(DaemonComparison::measureStart);
        }
    }

    void addTo(Results results) {
        for (Metric metric : Metric.values()) {
            results.of(metric, Place.OURS).addAll(ours.samples(metric).values());
            results.of(metric, Place.THEIRS).addAll(theirs.samples(metric).values());
        }
    }

    private List<Subject> both() {
        return List.of(ours, theirs);
    }

    private static void measureMemory(Subject subject) {
        Footprint footprint = Footprint.of(subject.node().host());
        subject.samples(Metric.RESIDENT).add(footprint.resident());
        subject.samples(Metric.PRIVATE).add(footprint.exclusive());
    }

    private static void measureStart(Subject subject) {
        subject.samples(Metric.START)
                .add(new StartClock(subject.node(), subject.program()).measureMillis());
    }

    @Override
    public void close() {
        Stream.of(ours, theirs).forEach(Subject::close);
    }
}

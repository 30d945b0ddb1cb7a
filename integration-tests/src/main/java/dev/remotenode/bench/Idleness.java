package dev.remotenode.bench;

import dev.remotenode.bench.result.Metric;
import dev.remotenode.lab.host.LabException;
import java.time.Duration;
import java.util.List;

/** What daemons do while nobody wants anything of them, both at the same time. */
final class Idleness {
    private static final double MILLIS_PER_MINUTE = 60_000;

    /** Ours gives memory back five seconds after much was done. */
    private static final Duration SETTLED = Duration.ofSeconds(6);

    /** And a minute after anything was done. */
    private static final Duration WHOLLY_SETTLED = Duration.ofSeconds(65);

    private final List<Subject> subjects;
    private final Extent extent;

    Idleness(List<Subject> subjects, Extent extent) {
        this.subjects = subjects;
        this.extent = extent;
    }

    /** With a cluster node that is connected and has nothing to say, and then without. */
    void measure() {
        List<BenchClient> clients =
                subjects.stream().map(subject -> BenchClient.signedOn(subject.node())).toList();
        try {
            measure(Metric.WAKE_UPS_CONNECTED, Metric.PROCESSOR_CONNECTED, SETTLED);
        } finally {
            clients.forEach(BenchClient::close);
        }
        measure(Metric.WAKE_UPS_ALONE, Metric.PROCESSOR_ALONE, WHOLLY_SETTLED);
    }

    /** What was left to be done does not count. */
    private void measure(Metric wakeUps, Metric processor, Duration settled) {
        pause(settled);
        for (int span = 0; span < extent.idleSpans(); span++) {
            List<Activity> before = watch();
            pause(extent.idleSpan());
            List<Activity> after = watch();
            for (int i = 0; i < subjects.size(); i++) {
                Activity first = before.get(i);
                Activity last = after.get(i);
                Subject subject = subjects.get(i);
                subject.samples(wakeUps).add(perMinute(last.wakeUps() - first.wakeUps()));
                subject.samples(processor)
                        .add(perMinute(last.processorMillis() - first.processorMillis()));
            }
        }
    }

    private List<Activity> watch() {
        return subjects.stream().map(subject -> Activity.of(subject.node().host())).toList();
    }

    private double perMinute(double value) {
        return value * MILLIS_PER_MINUTE / extent.idleSpan().toMillis();
    }

    /** Time itself is what is needed here. */
    private static void pause(Duration span) {
        try {
            Thread.sleep(span);
        } catch (InterruptedException e) {
            throw LabException.interrupted("leaving daemons alone for " + span, e);
        }
    }
}

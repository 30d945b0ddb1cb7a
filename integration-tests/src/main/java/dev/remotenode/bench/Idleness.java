package dev.remotenode.bench;

import dev.remotenode.bench.result.Metric;
import dev.remotenode.lab.host.LabException;
import java.time.Duration;
import java.util.List;

/** What daemons do while nobody wants anything of them, both at the same time. */
final class Idleness {
    private static final double MILLIS_PER_MINUTE = 60_000;

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
            measure(Metric.WAKE_UPS_CONNECTED, Metric.PROCESSOR_CONNECTED);
        } finally {
            clients.forEach(BenchClient::close);
        }
        measure(Metric.WAKE_UPS_ALONE, Metric.PROCESSOR_ALONE);
    }

    /** The first span is for what was left to be done, and does not count. */
    private void measure(Metric wakeUps, Metric processor) {
        pause();
        for (int span = 0; span < extent.idleSpans(); span++) {
            List<Activity> before = watch();
            pause();
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
    private void pause() {
        Duration span = extent.idleSpan();
        try {
            Thread.sleep(span);
        } catch (InterruptedException e) {
            throw LabException.interrupted("leaving daemons alone for " + span, e);
        }
    }
}

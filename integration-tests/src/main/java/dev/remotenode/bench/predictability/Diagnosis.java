package dev.remotenode.bench.predictability;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds the reason why somebody waited.
 *
 * @param jvm what the daemon's JVM says of itself
 * @param hiccups when a thread that wanted to run was kept from it, in a process of its own
 * @param thefts what the host took from the processors
 * @param carried when a configuration was carried to a tool
 */
record Diagnosis(
        JvmLog jvm, List<Span> hiccups, List<TheftClock.Theft> thefts, List<Span> carried) {
    /** Whose fault it is. */
    enum Cause {
        /** The daemon's JVM had all of its threads stand still. */
        JVM,
        /** The machine had no processor to give. */
        MACHINE,
        /** The daemon was at work, or nobody knows. */
        DAEMON
    }

    /** A cause, and what is known of it. */
    record Finding(Cause cause, String words) {}

    /**
     * What fills at least half of the time that somebody waited is the reason. The machine first:
     * without a processor, what a JVM does while all of its threads stand still takes longer, too.
     */
    Finding of(Span wait) {
        if (2 * wait.within(hiccups) >= wait.length()) {
            return new Finding(Cause.MACHINE, "no processor was free");
        }
        double stolen = stolenDuring(wait);
        if (stolen > 0 && 2 * stolen >= wait.millis()) {
            return new Finding(Cause.MACHINE, "its host took %.0f ms".formatted(stolen));
        }
        List<JvmLog.Pause> pauses = jvm.pausesIn(wait);
        long still = wait.within(pauses.stream().map(JvmLog.Pause::span).toList());
        if (2 * still >= wait.length()) {
            return new Finding(Cause.JVM, "all threads stood still: " + names(pauses));
        }
        if (wait.within(carried) > 0) {
            return new Finding(Cause.DAEMON, "a configuration was being carried");
        }
        int compilations = jvm.during(wait).compilations().size();
        return compilations > 0
                ? new Finding(Cause.DAEMON, "methods compiled: " + compilations)
                : new Finding(Cause.DAEMON, "unknown");
    }

    private double stolenDuring(Span wait) {
        return thefts.stream()
                .filter(theft -> wait.within(List.of(theft.when())) > 0)
                .mapToDouble(TheftClock.Theft::millis)
                .sum();
    }

    private static String names(List<JvmLog.Pause> pauses) {
        return pauses.stream()
                .map(JvmLog.Pause::operation)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}

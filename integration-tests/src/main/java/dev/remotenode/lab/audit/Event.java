package dev.remotenode.lab.audit;

import java.time.Instant;
import java.util.Optional;

/** Something that somebody has seen. All clocks are that of one machine. */
public sealed interface Event {
    /** When. */
    Instant at();

    /** A cluster node is there from now on, and hears what everybody hears. */
    record Joined(Instant at, String listener) implements Event {}

    /** A cluster node is gone, or not reached any more. */
    record Left(Instant at, String listener) implements Event {}

    /** A cluster node is about to ask. */
    record Asked(Instant at, Order order) implements Event {}

    /** The daemon has replied with the number under which it will report. */
    record Accepted(Instant at, String ticket, int call) implements Event {}

    /** An agent says that it has begun. */
    record Begun(Instant at, Run run, String resource) implements Event {}

    /** An agent says that it is about to exit. */
    record Ended(Instant at, Run run, int exitCode) implements Event {}

    /**
     * A cluster node has heard a report.
     *
     * @param call the number in it, if it was seen
     * @param run what the agent's output in it says, if anything
     */
    record Reported(
            Instant at,
            String listener,
            String ticket,
            Optional<Integer> call,
            Verdict verdict,
            int exitCode,
            Optional<Run> run)
            implements Event {}

    /** A process was there that belongs to an operation. */
    record Seen(Instant at, String ticket, long pid) implements Event {}

    /** The daemon has ended, and with it all that it knew. */
    record DaemonLost(Instant at) implements Event {}
}

package dev.remotenode.agent.cli.check;

import dev.remotenode.ocf.posix.Clock;
import java.util.List;

/** Failures and certificates are dated, and the cluster compares dates. */
final class ClockCheck implements Check {
    private static final String SUBJECT = "clock";

    @Override
    public List<Observation> look(Surroundings surroundings) {
        return List.of(
                Clock.isSynchronized()
                        ? Observation.ok(SUBJECT, "is kept in step with others")
                        : Observation.note(
                                SUBJECT,
                                "nothing keeps it in step with others, says the kernel",
                                "run chrony or systemd-timesyncd; in a container, the host does"
                                        + " that"));
    }
}

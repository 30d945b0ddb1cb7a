package dev.remotenode.agent.cli.check;

import java.util.List;
import java.util.Set;

/** What must not run beside the daemon. */
final class OtherServicesCheck implements Check {
    private static final String SUBJECT = "services";
    private static final Set<String> FULL_NODE = Set.of("corosync", "pacemakerd");
    private static final int ONE = 1;

    @Override
    public List<Observation> look(Surroundings surroundings) {
        List<String> fullNode = Daemons.named(FULL_NODE, surroundings);
        if (!fullNode.isEmpty()) {
            return List.of(
                    Observation.problem(
                            SUBJECT,
                            String.join(", ", fullNode) + " run: this is a full cluster node",
                            "a host is a cluster node or a remote node: systemctl disable --now"
                                    + " pacemaker corosync, or do without this daemon"));
        }
        List<String> daemons = Daemons.named(Set.of(Daemons.REMOTE_DAEMON), surroundings);
        if (daemons.size() > ONE) {
            return List.of(
                    Observation.note(
                            SUBJECT,
                            "more than one daemon runs: " + String.join(", ", daemons),
                            "see that only one of them is meant: systemctl status"
                                    + " pacemaker_remote"));
        }
        return List.of(
                daemons.isEmpty()
                        ? Observation.ok(
                                SUBJECT,
                                "no cluster services run, and no daemon: systemctl enable --now"
                                        + " pacemaker_remote starts it")
                        : Observation.ok(SUBJECT, daemons.getFirst() + " runs, and no other"));
    }
}

package dev.remotenode.agent.cli.check;

import java.util.List;

/** Everything that is looked at, in the order in which an operator would go about it. */
public final class Checks {
    private static final List<Check> ALL =
            List.of(
                    new SettingsCheck(),
                    new KeyCheck(),
                    new PortCheck(),
                    new FirewallCheck(),
                    new OtherServicesCheck(),
                    new NodeNameCheck(),
                    new AccountCheck(),
                    new AgentFolderCheck(),
                    new BusCheck(),
                    new ClockCheck(),
                    new LimitCheck());

    private Checks() {}

    /** Looks at all of it; any thread. */
    public static List<Observation> look(Surroundings surroundings) {
        return ALL.stream().flatMap(check -> check.look(surroundings).stream()).toList();
    }
}

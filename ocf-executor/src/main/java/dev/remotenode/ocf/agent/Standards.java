package dev.remotenode.ocf.agent;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The classes of agents that are programs, by name (whose case does not count). */
public final class Standards {

    private final Map<String, ProgramStandard> byName;

    /**
     * The classes that run here.
     *
     * @param byName names in lower case
     */
    public Standards(Map<String, ProgramStandard> byName) {
        this.byName = Map.copyOf(byName);
    }

    public Optional<ProgramStandard> find(AgentName agent) {
        return Optional.ofNullable(byName.get(agent.standard().toLowerCase(Locale.ROOT)));
    }

    /** Looks for the agent of any call. May wait for the file system. */
    public Preparation prepare(AgentCall call) {
        if (!call.isComplete()) {
            return Refusals.incomplete();
        }
        return find(call.agent())
                .map(standard -> standard.prepare(call))
                .orElseGet(() -> Refusals.unknownStandard(call.agent()));
    }
}

package dev.remotenode.ocf.agent;

import java.util.Locale;
import java.util.Map;

/** Lets each class of agents run where it belongs. */
public final class RunnerPerStandard implements AgentRunner {

    private final Map<String, AgentRunner> byName;
    private final AgentRunner others;

    /**
     * Divides the work.
     *
     * @param byName runners of complete calls; names in lower case
     * @param others runs all other classes, and says what a call lacks
     */
    public RunnerPerStandard(Map<String, AgentRunner> byName, AgentRunner others) {
        this.byName = Map.copyOf(byName);
        this.others = others;
    }

    @Override
    public AgentRun start(AgentCall call, RunObserver observer) {
        return runner(call).start(call, observer);
    }

    @Override
    public void forget(String resourceId) {
        byName.values().forEach(runner -> runner.forget(resourceId));
        others.forget(resourceId);
    }

    private AgentRunner runner(AgentCall call) {
        String standard = call.agent().standard().toLowerCase(Locale.ROOT);
        return call.isComplete() ? byName.getOrDefault(standard, others) : others;
    }
}

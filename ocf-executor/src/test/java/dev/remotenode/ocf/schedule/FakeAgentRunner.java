package dev.remotenode.ocf.schedule;

import dev.remotenode.ocf.agent.AgentCall;
import dev.remotenode.ocf.agent.AgentRun;
import dev.remotenode.ocf.agent.AgentRunner;
import dev.remotenode.ocf.agent.RunEnd;
import dev.remotenode.ocf.agent.RunObserver;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Agents that start at once and end when the transcript says so. */
final class FakeAgentRunner implements AgentRunner {

    private final FakeEventLoop loop;
    private final Consumer<String> log;
    private final Map<String, RunObserver> running = new HashMap<>();

    FakeAgentRunner(FakeEventLoop loop, Consumer<String> log) {
        this.loop = loop;
        this.log = log;
    }

    @Override
    public AgentRun start(AgentCall call, RunObserver observer) {
        String resource = call.request().resourceId();
        log.accept(
                "agent %s starts %s as %s%s"
                        .formatted(
                                resource,
                                call.request().action(),
                                call.agent().type(),
                                call.request().parameters().isEmpty()
                                        ? ""
                                        : " " + call.request().parameters()));
        if (running.put(resource, observer) != null) {
            log.accept("TWO AGENTS AT ONCE");
        }
        loop.execute(observer::started);
        return new Run(resource);
    }

    boolean isRunning(String resource) {
        return running.containsKey(resource);
    }

    void end(String resource, RunEnd end) {
        Optional.ofNullable(running.remove(resource)).orElseThrow().ended(end);
    }

    private final class Run implements AgentRun {

        private final String resource;

        Run(String resource) {
            this.resource = resource;
        }

        @Override
        public void kill() {
            log.accept("agent %s gets SIGKILL".formatted(resource));
        }

        @Override
        public void timeOut() {
            log.accept("agent %s is examined and gets SIGKILL".formatted(resource));
        }
    }
}

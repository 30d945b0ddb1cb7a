package dev.remotenode.ocf.systemd;

import dev.remotenode.ocf.agent.AgentRun;
import java.util.Optional;
import java.util.concurrent.Executor;

/** A run of a service whose kind is found out first, on the thread of systemd. */
final class ServiceRun implements AgentRun {

    private final Executor thread;

    // Confined to the thread.
    private Optional<AgentRun> delegate = Optional.empty();

    ServiceRun(Executor thread) {
        this.thread = thread;
    }

    void delegate(AgentRun run) {
        delegate = Optional.of(run);
    }

    @Override
    public void kill() {
        thread.execute(() -> delegate.ifPresent(AgentRun::kill));
    }

    @Override
    public void timeOut() {
        thread.execute(() -> delegate.ifPresent(AgentRun::timeOut));
    }
}

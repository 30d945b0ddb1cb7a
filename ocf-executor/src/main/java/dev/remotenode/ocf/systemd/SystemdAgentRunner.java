package dev.remotenode.ocf.systemd;

import dev.remotenode.ocf.agent.AgentCall;
import dev.remotenode.ocf.agent.AgentRun;
import dev.remotenode.ocf.agent.AgentRunner;
import dev.remotenode.ocf.agent.RunObserver;
import java.util.concurrent.Executor;

/**
 * Runs units of systemd as agents: they are started, stopped and asked over D-Bus. The thread and
 * the connection begin with the first call.
 */
public final class SystemdAgentRunner implements AgentRunner, AutoCloseable {

    private final SystemdSettings settings;
    private final Systemd systemd;
    private final Executor loop;

    /**
     * Connects with nothing yet.
     *
     * @param loop where observers are called
     */
    public SystemdAgentRunner(SystemdSettings settings, Executor loop) {
        this.settings = settings;
        this.systemd = new Systemd(settings);
        this.loop = loop;
    }

    /** Runs an action of the unit that the type of the agent names. Callable from any thread. */
    @Override
    public AgentRun start(AgentCall call, RunObserver observer) {
        UnitRun run = new UnitRun(call, systemd, observer, loop);
        run.begin();
        return run;
    }

    /**
     * Runs services of whatever kind: the init script if there is one, else the unit if there is
     * one, else what becomes of an init script that is missing. Looked up anew for each call.
     *
     * @param scripts runs init scripts, called on the thread of systemd
     */
    public AgentRunner services(AgentRunner scripts) {
        return (call, observer) -> {
            ServiceRun run = new ServiceRun(systemd);
            systemd.execute(() -> run.delegate(runnerOf(call, scripts).start(call, observer)));
            return run;
        };
    }

    private AgentRunner runnerOf(AgentCall call, AgentRunner scripts) {
        String type = call.agent().type();
        boolean script = settings.scriptFolder().resolve(type).toFile().exists();
        return !script && systemd.exists(UnitName.ofType(type)) ? this : scripts;
    }

    /** Forgets what is under way, of which observers hear nothing any more. */
    @Override
    public void close() {
        systemd.close();
    }
}

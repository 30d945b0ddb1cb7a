package dev.remotenode.ocf.process;

import dev.remotenode.ocf.agent.AgentCall;
import dev.remotenode.ocf.agent.AgentRun;
import dev.remotenode.ocf.agent.AgentRunner;
import dev.remotenode.ocf.agent.AlertStandard;
import dev.remotenode.ocf.agent.CibSecrets;
import dev.remotenode.ocf.agent.LsbStandard;
import dev.remotenode.ocf.agent.OcfStandard;
import dev.remotenode.ocf.agent.ProgramStandard;
import dev.remotenode.ocf.agent.RunObserver;
import dev.remotenode.ocf.agent.Standards;
import dev.remotenode.ocf.agent.UnreachableStandard;
import dev.remotenode.ocf.forensics.ProcessExaminer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Runs agents as child processes, on one thread of its own that waits for all of them. */
public final class ProcessAgentRunner implements AgentRunner, AutoCloseable {

    private final Standards resources;
    private final Standards alerts;
    private final Children children;
    private final HangReporter hangs = new HangReporter(new ProcessExaminer(Path.of("/proc")));
    private final Executor loop;

    /**
     * Starts the thread.
     *
     * @param loop where observers are called
     */
    public ProcessAgentRunner(AgentSettings settings, Executor loop) {
        this.resources = resources(settings);
        this.alerts =
                new Standards(Map.of(AlertStandard.NAME, new AlertStandard(settings.alertUser())));
        this.children = new Children(settings);
        this.loop = loop;
    }

    private static Standards resources(AgentSettings settings) {
        ProgramStandard lsb = new LsbStandard(settings.lsbDirectory());
        return new Standards(
                Map.of(
                        "ocf",
                        new OcfStandard(
                                settings.ocfDirectories(),
                                settings.ocfRoot(),
                                new CibSecrets(settings.secretsDirectory())),
                        "lsb",
                        lsb,
                        // Whatever manages services here: an init script if nothing else is found.
                        "service",
                        lsb,
                        "systemd",
                        UnreachableStandard.systemd(),
                        "stonith",
                        UnreachableStandard.fencing()));
    }

    /** Runs an agent of a resource. Callable from any thread. */
    @Override
    public AgentRun start(AgentCall call, RunObserver observer) {
        return start(resources, call, observer);
    }

    /** Runs what {@link AlertStandard} has, and nothing else, on the same thread. */
    public AgentRunner alerts() {
        return (call, observer) -> start(alerts, call, observer);
    }

    /**
     * Takes on what the first process of a container has to do: reaps also what other processes
     * leave behind. Called before the first agent is started.
     *
     * @param onChildEnd has a task run whenever the kernel says that a child has ended, from now on
     */
    public void adoptOrphans(Consumer<Runnable> onChildEnd) {
        children.adoptOrphans(onChildEnd);
    }

    private AgentRun start(Standards standards, AgentCall call, RunObserver observer) {
        AgentProcess run = new AgentProcess(call, standards, children, hangs, observer, loop);
        children.submit(run::launch);
        return run;
    }

    /**
     * Kills what was asked to be killed before, and ends the thread. Other children are left alone,
     * and observers hear nothing any more.
     */
    @Override
    public void close() {
        children.close();
    }
}

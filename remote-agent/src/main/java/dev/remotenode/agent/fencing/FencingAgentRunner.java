package dev.remotenode.agent.fencing;

import dev.remotenode.agent.proxy.ProxySessions;
import dev.remotenode.ocf.agent.AgentCall;
import dev.remotenode.ocf.agent.AgentRun;
import dev.remotenode.ocf.agent.AgentRunner;
import dev.remotenode.ocf.agent.RunObserver;
import java.util.concurrent.Executor;

/**
 * Runs fence devices as resources. To start one is to have the fencer use it, to stop it is to have
 * the fencer forget it. Used on the event loop.
 */
public final class FencingAgentRunner implements AgentRunner {

    private final Devices devices = new Devices();
    private final Fencer fencer;
    private final Executor loop;

    /**
     * Connects with nothing yet: that is for the first device.
     *
     * @param cluster carries the calls of local tools, and these calls like any of them
     * @param loop where observers are called
     */
    public FencingAgentRunner(ProxySessions cluster, Executor loop) {
        this.fencer = new Fencer(cluster, devices::connectionLost);
        this.loop = loop;
    }

    @Override
    public AgentRun start(AgentCall call, RunObserver observer) {
        DeviceRun run = new DeviceRun(call, fencer, devices, observer, loop);
        loop.execute(run::begin);
        return run;
    }

    @Override
    public void forget(String resourceId) {
        devices.forget(resourceId);
    }
}

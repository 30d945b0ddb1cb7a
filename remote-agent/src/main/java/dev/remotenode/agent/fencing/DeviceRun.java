package dev.remotenode.agent.fencing;

import dev.remotenode.ocf.agent.AgentCall;
import dev.remotenode.ocf.agent.AgentRun;
import dev.remotenode.ocf.agent.RunEnd;
import dev.remotenode.ocf.agent.RunObserver;
import dev.remotenode.ocf.operation.ExecutionStatus;
import dev.remotenode.ocf.operation.Result;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** One action of a fence device. Used on the event loop. */
final class DeviceRun implements AgentRun {

    private static final FencerAnswer NO_SUCH_ACTION =
            FencerAnswer.failure(ExecutionStatus.ERROR, "Fence devices do not have this action");

    private final AgentCall call;
    private final String device;
    private final String action;
    private final Fencer fencer;
    private final Devices devices;
    private final RunObserver observer;
    private final Executor loop;
    private boolean over;

    DeviceRun(AgentCall call, Fencer fencer, Devices devices, RunObserver observer, Executor loop) {
        this.call = call;
        this.device = call.request().resourceId();
        this.action = call.request().action().toLowerCase(Locale.ROOT);
        this.fencer = fencer;
        this.devices = devices;
        this.observer = observer;
        this.loop = loop;
    }

    void begin() {
        if (over) {
            return;
        }
        observer.started();
        switch (action) {
            case "start" -> fencer.ask(registration(), this::registered);
            case "stop" -> fencer.ask(new FencerRequest.Remove(device), this::removed);
            case "monitor" -> monitor();
            default -> end(NO_SUCH_ACTION);
        }
    }

    private FencerRequest registration() {
        return new FencerRequest.Register(
                device, call.agent().type(), call.agent().provider(), call.request().parameters());
    }

    /** The device counts as started once its agent has reached it. */
    private void registered(FencerAnswer answer) {
        if (!answer.isSuccess()) {
            end(answer);
        } else if (!over) {
            askDevice(this::reached);
        }
    }

    private void reached(FencerAnswer answer) {
        if (!over && answer.isSuccess()) {
            devices.started(device);
        }
        end(answer);
    }

    private void removed(FencerAnswer answer) {
        if (answer.isSuccess()) {
            devices.forget(device);
        }
        end(answer);
    }

    /** A probe must not depend on the cluster: it is answered from what is known here. */
    private void monitor() {
        if (call.request().isProbe()) {
            end(devices.known(device));
        } else {
            askDevice(this::end);
        }
    }

    private void askDevice(Consumer<FencerAnswer> answer) {
        fencer.ask(new FencerRequest.Monitor(device, call.request().timeout()), answer);
    }

    private void end(FencerAnswer answer) {
        if (!over) {
            over = true;
            Result result = DeviceResults.of(action, answer);
            observer.ended(new RunEnd.Finished(result.exitCode(), result));
        }
    }

    /**
     * The fencer cannot take back what it was asked: only its answer is of no interest any more.
     */
    @Override
    public void kill() {
        if (!over) {
            over = true;
            loop.execute(
                    () -> observer.ended(new RunEnd.Killed(Optional.empty(), Optional.empty())));
        }
    }

    /** The fencer ends the agent by itself; this is for a fencer that does not answer. */
    @Override
    public void timeOut() {
        kill();
    }
}

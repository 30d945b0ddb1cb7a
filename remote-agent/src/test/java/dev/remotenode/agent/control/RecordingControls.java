package dev.remotenode.agent.control;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what operators have told the daemon to do. */
final class RecordingControls implements NodeControls {

    private final List<Optional<Duration>> drains = new CopyOnWriteArrayList<>();
    private volatile boolean debug;

    @Override
    public void drain(Optional<Duration> deadline) {
        drains.add(deadline);
    }

    @Override
    public void setDebug(boolean on) {
        debug = on;
    }

    @Override
    public String logLevel() {
        return debug ? "debug" : "info";
    }

    @Override
    public Optional<String> readKey(boolean forgetReplaced) {
        return Optional.empty();
    }

    /** With which deadlines it was told to end. */
    List<Optional<Duration>> drains() {
        return List.copyOf(drains);
    }
}

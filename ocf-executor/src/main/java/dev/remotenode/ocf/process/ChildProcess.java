package dev.remotenode.ocf.process;

import dev.remotenode.ocf.posix.Descriptors;
import dev.remotenode.ocf.posix.Processes;
import dev.remotenode.ocf.posix.Signals;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A child that runs, or waits to be reaped. Confined to the thread of {@link Children}. */
final class ChildProcess {

    private final int pid;
    private final int pidfd;
    private final OutputPipe output;
    private final OutputPipe error;
    private final KillScope killScope;
    private final ChildObserver observer;
    private final Poller poller;
    private final Scratch scratch;
    private final List<Long> registrations = new ArrayList<>();
    private boolean killed;
    private boolean reaped;

    /**
     * A child that was just born.
     *
     * @param pidfd negative if there is none: then it can only be abandoned
     */
    ChildProcess(
            int pid,
            int pidfd,
            ChildPipes pipes,
            KillScope killScope,
            ChildObserver observer,
            Poller poller,
            Scratch scratch) {
        this.pid = pid;
        this.pidfd = pidfd;
        this.output = new OutputPipe(pipes.outputRead());
        this.error = new OutputPipe(pipes.errorRead());
        this.killScope = killScope;
        this.observer = observer;
        this.poller = poller;
        this.scratch = scratch;
    }

    /**
     * Has the child watched from now on.
     *
     * @return 0 or the error number negated
     */
    int watch() {
        int outcome = watch(output.descriptor(), () -> output.read(scratch.input()));
        outcome =
                outcome < 0
                        ? outcome
                        : watch(error.descriptor(), () -> error.read(scratch.input()));
        return outcome < 0 ? outcome : watch(pidfd, this::reap);
    }

    /** Its process id, as long as that is its own. */
    OptionalInt pid() {
        return reaped ? OptionalInt.empty() : OptionalInt.of(pid);
    }

    /** Sends SIGKILL. Its process id is its own until it is reaped, so this hits nobody else. */
    void kill() {
        if (!reaped) {
            killed = true;
            Processes.kill(target(), Signals.SIGKILL);
        }
    }

    /** Ends a child that cannot be watched, and waits for that. */
    void abandon() {
        kill();
        Processes.waitForPid(pid, scratch.signalInfo());
        reaped = true;
        close();
    }

    private int watch(int descriptor, Runnable whenReady) {
        long registration = poller.register(descriptor, whenReady);
        if (registration < 0) {
            return (int) registration;
        }
        registrations.add(registration);
        return 0;
    }

    /** Takes its exit status and what it has written, and tells the observer: once it has ended. */
    void reap() {
        int outcome = Processes.waitForPidfd(pidfd, scratch.signalInfo());
        reaped = true;
        output.readRest(scratch.input());
        error.readRest(scratch.input());
        close();
        observer.ended(outcome < 0 ? new ChildEnd.NoProcess(-outcome) : end(scratch.signalInfo()));
    }

    private int target() {
        return switch (killScope) {
            case PROCESS_GROUP -> -pid;
            case PROCESS -> pid;
        };
    }

    private ChildEnd end(MemorySegment signalInfo) {
        int status = Processes.status(signalInfo);
        return Processes.code(signalInfo) == Processes.CLD_EXITED
                ? new ChildEnd.Exited(status, written())
                : new ChildEnd.Signalled(status, killed, written());
    }

    /** Whatever becomes of the words, the end has to be told, or the resource waits for ever. */
    private Output written() {
        try {
            return new Output(output.text(), error.text());
        } catch (OutOfMemoryError e) {
            return Output.NONE;
        }
    }

    private void close() {
        registrations.forEach(poller::forget);
        output.close();
        error.close();
        if (pidfd >= 0) {
            Descriptors.close(pidfd);
        }
    }
}

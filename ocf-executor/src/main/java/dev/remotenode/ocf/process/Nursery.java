package dev.remotenode.ocf.process;

import dev.remotenode.ocf.agent.CommandLine;
import dev.remotenode.ocf.posix.Errno;
import dev.remotenode.ocf.posix.Processes;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Optional;

/** Brings children to life. Confined to the thread of {@link Children}. */
final class Nursery {

    private final Poller poller;
    private final Spawner spawner;
    private final Scratch scratch;
    private final MemoryRank memory = MemoryRank.stepBack(Path.of("/proc"));

    Nursery(AgentSettings settings, Poller poller, Arena arena) {
        this.poller = poller;
        this.spawner = new Spawner(settings, arena);
        this.scratch = Scratch.allocate(arena);
    }

    /** Memory for calls of the same thread. */
    Scratch scratch() {
        return scratch;
    }

    /** Starts a child; if that fails, the observer has been told when this returns. */
    Optional<ChildProcess> spawn(CommandLine command, KillScope scope, ChildObserver observer) {
        int failure = ChildPipes.open(scratch.pipeEnds());
        if (failure < 0) {
            observer.ended(new ChildEnd.NoProcess(-failure));
            return Optional.empty();
        }
        ChildPipes pipes = ChildPipes.of(scratch.pipeEnds());
        int pid = spawner.spawn(command, pipes.outputWrite(), pipes.errorWrite());
        pipes.closeWriteEnds();
        if (pid < 0) {
            pipes.closeReadEnds();
            observer.ended(spawnFailure(-pid));
            return Optional.empty();
        }
        memory.restore(pid);
        return raise(pid, pipes, scope, observer);
    }

    private Optional<ChildProcess> raise(
            int pid, ChildPipes pipes, KillScope scope, ChildObserver observer) {
        int pidfd = Processes.pidfdOpen(pid);
        ChildProcess child = new ChildProcess(pid, pidfd, pipes, scope, observer, poller, scratch);
        int outcome = pidfd < 0 ? pidfd : child.watch();
        if (outcome < 0) {
            child.abandon();
            observer.ended(new ChildEnd.NoProcess(-outcome));
            return Optional.empty();
        }
        observer.started();
        return Optional.of(child);
    }

    /** What fork says when it has nothing to give; anything else is said by exec. */
    private static ChildEnd spawnFailure(int errno) {
        return switch (errno) {
            case Errno.EAGAIN, Errno.ENOMEM -> new ChildEnd.NoProcess(errno);
            default -> new ChildEnd.ExecFailed(errno);
        };
    }
}

package dev.remotenode.ocf.process;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.remotenode.ocf.agent.CommandLine;
import dev.remotenode.ocf.posix.Errno;
import dev.remotenode.ocf.posix.Signals;
import dev.remotenode.ocf.posix.Spawn;
import dev.remotenode.ocf.posix.Texts;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts programs the way agents expect it: leader of a process group of its own, no signal
 * blocked, SIGPIPE deadly, normal scheduling, and no descriptor but the three standard ones.
 */
final class Spawner {

    private static final short FLAGS =
            Spawn.RESETIDS
                    | Spawn.SETPGROUP
                    | Spawn.SETSIGMASK
                    | Spawn.SETSIGDEF
                    | Spawn.SETSCHEDULER;
    private static final String SHELL = "/bin/sh";
    private static final int STANDARD_OUTPUT = 1;
    private static final int STANDARD_ERROR = 2;
    private static final int FIRST_TO_CLOSE = 3;

    private final InheritedEnvironment inherited;
    private final MemorySegment attributes;
    private final MemorySegment fileActions;
    private final MemorySegment pid;

    /**
     * @param arena for as long as the spawner is used, by any thread
     */
    Spawner(AgentSettings settings, Arena arena) {
        inherited = new InheritedEnvironment(settings, arena);
        attributes = arena.allocate(Spawn.ATTRIBUTES_SIZE, 16);
        fileActions = arena.allocate(Spawn.FILE_ACTIONS_SIZE, 16);
        pid = arena.allocate(JAVA_INT);
        MemorySegment toDefault = arena.allocate(Spawn.SIGNAL_SET_SIZE, 8);
        toDefault.set(JAVA_LONG, 0, 1L << (Signals.SIGPIPE - 1));
        require(Spawn.initAttributes(attributes));
        require(Spawn.setFlags(attributes, FLAGS));
        require(Spawn.setSignalDefault(attributes, toDefault));
    }

    /**
     * Returns the process id, or the error number of fork or exec negated.
     *
     * @param output what the program shall have as standard output
     * @param error what the program shall have as standard error
     */
    int spawn(CommandLine command, int output, int error) {
        return command.user()
                .map(user -> OtherUser.spawn(user, () -> spawnHere(command, output, error)))
                .orElseGet(() -> spawnHere(command, output, error));
    }

    private int spawnHere(CommandLine command, int output, int error) {
        try (Arena arena = Arena.ofConfined()) {
            Spawn.initFileActions(fileActions);
            MemorySegment environment = inherited.with(command.environment(), arena);
            int failure = plumb(output, error);
            if (failure == 0) {
                failure = spawn(List.of(command.executable()), command, environment, arena);
            }
            if (failure == Errno.ENOEXEC) {
                // A script without an interpreter line is the shell's, as with execvp(3).
                List<String> shell = List.of(SHELL, command.executable());
                failure = spawn(shell, command, environment, arena);
            }
            return failure == 0 ? pid.get(JAVA_INT, 0) : -failure;
        } finally {
            Spawn.destroyFileActions(fileActions);
        }
    }

    private int spawn(
            List<String> program, CommandLine command, MemorySegment environment, Arena arena) {
        List<String> arguments =
                Stream.concat(program.stream(), command.arguments().stream()).toList();
        return Spawn.spawn(
                pid,
                arena.allocateFrom(program.getFirst()),
                fileActions,
                attributes,
                pointers(arguments, arena),
                environment);
    }

    private static MemorySegment pointers(List<String> texts, SegmentAllocator allocator) {
        MemorySegment pointers = allocator.allocate(ADDRESS, texts.size() + 1L);
        for (int index = 0; index < texts.size(); index++) {
            pointers.setAtIndex(ADDRESS, index, allocator.allocateFrom(texts.get(index)));
        }
        return pointers;
    }

    private int plumb(int output, int error) {
        int failure = Spawn.addDup2(fileActions, output, STANDARD_OUTPUT);
        failure = failure != 0 ? failure : Spawn.addDup2(fileActions, error, STANDARD_ERROR);
        return failure != 0 ? failure : Spawn.addCloseFrom(fileActions, FIRST_TO_CLOSE);
    }

    private static void require(int error) {
        if (error != 0) {
            throw new IllegalStateException(Texts.ofErrno(error));
        }
    }
}

package dev.remotenode.lab.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Kernel namespaces that live exactly as long as this object, or as this JVM if that ends first.
 *
 * <p>Their first process is a shell that takes its commands from a pipe only this JVM can write to.
 * However the JVM ends, the kernel closes the pipe, the shell ends, and as the init of a PID
 * namespace it takes every process with it; mounts and network links go with the last process.
 * There is nothing else to clean up. Being bash, it also reaps what other processes leave behind.
 */
final class Namespaces implements AutoCloseable {
    /** A kind of namespace, named as the option of {@code unshare} and {@code nsenter}. */
    enum Kind {
        MOUNT,
        UTS,
        IPC,
        NET,
        PID,
        CGROUP;

        String option() {
            return "--" + name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String READY = "ready";

    private final Process unshare;
    private final BufferedReader answers;
    private final Path errorLog;
    private final Entrance entrance;

    private Namespaces(Process unshare, BufferedReader answers, Path errorLog, Entrance entrance) {
        this.unshare = unshare;
        this.answers = answers;
        this.errorLog = errorLog;
        this.entrance = entrance;
    }

    /**
     * Makes namespaces and runs a bash script in them that furnishes them.
     *
     * @param errorLog what the script complains about
     * @throws LabException if the script fails or takes more than ten seconds
     */
    static Namespaces create(
            Set<Kind> kinds, String script, List<String> arguments, Path errorLog) {
        try {
            Process unshare =
                    Command.of(arguments)
                            .behind(shellIn(kinds))
                            .redirectError(errorLog.toFile())
                            .start();
            try {
                BufferedReader answers = unshare.inputReader(StandardCharsets.UTF_8);
                send(script + "\necho " + READY + "\n", unshare);
                awaitReady(answers, errorLog);
                var entrance = new Entrance(onlyChild(unshare), kinds);
                return new Namespaces(unshare, answers, errorLog, entrance);
            } catch (IOException | LabException e) {
                unshare.destroyForcibly();
                throw e;
            }
        } catch (IOException e) {
            throw new LabException("cannot make namespaces, see " + errorLog, e);
        }
    }

    /** The way to the first process. */
    Entrance entrance() {
        return entrance;
    }

    /**
     * Runs more of a script in the first process, with the functions and variables that the script
     * has left there.
     *
     * @return the one line that it has to write
     * @throws LabException if it fails or takes more than ten seconds
     */
    String tell(String script) {
        try {
            send(script + "\n", unshare);
            return nextLine(answers, errorLog);
        } catch (IOException e) {
            throw new LabException("the first process is gone, see " + errorLog, e);
        }
    }

    /** Ends every process inside, without a chance to say goodbye, and waits for that. */
    @Override
    public void close() {
        try {
            // As the end of this JVM would.
            unshare.outputWriter(StandardCharsets.UTF_8).close();
            // unshare itself ends last: once the kernel has ended all others and dropped their
            // mounts.
            if (!unshare.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                unshare.children().forEach(ProcessHandle::destroyForcibly);
                throw new LabException(
                        "the namespaces of process %d do not end".formatted(entrance.pid()));
            }
        } catch (InterruptedException e) {
            throw LabException.interrupted("ending namespaces", e);
        } catch (IOException e) {
            throw new LabException("cannot end namespaces", e);
        }
    }

    private static List<String> shellIn(Set<Kind> kinds) {
        var command = new ArrayList<>(List.of("unshare", "--fork", "--kill-child"));
        kinds.forEach(kind -> command.add(kind.option()));
        if (kinds.contains(Kind.PID)) {
            command.add("--mount-proc");
        }
        command.addAll(List.of("bash", "-eus", "--"));
        return command;
    }

    /** The pipe stays open: its end would be the end of the shell. */
    private static void send(String commands, Process shell) throws IOException {
        Writer pipe = shell.outputWriter(StandardCharsets.UTF_8);
        pipe.write(commands);
        pipe.flush();
    }

    private static void awaitReady(BufferedReader answers, Path errorLog) {
        if (!READY.equals(nextLine(answers, errorLog))) {
            throw new LabException("namespaces could not be furnished, see " + errorLog);
        }
    }

    private static String nextLine(BufferedReader answers, Path errorLog) {
        var line = new FutureTask<>(answers::readLine);
        Thread.startVirtualThread(line);
        try {
            return Optional.ofNullable(line.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS))
                    .orElseThrow(
                            () -> new LabException("the first process ended, see " + errorLog));
        } catch (InterruptedException e) {
            throw LabException.interrupted("furnishing namespaces", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new LabException("namespaces do not get ready, see " + errorLog, e);
        }
    }

    private static long onlyChild(Process unshare) {
        return unshare.children()
                .findFirst()
                .orElseThrow(() -> new LabException("the first process is gone already"))
                .pid();
    }
}

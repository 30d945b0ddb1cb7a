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
        PID;

        private String option() {
            return "--" + name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String READY = "ready";

    private final Set<Kind> kinds;
    private final Process unshare;
    private final long pid;

    private Namespaces(Set<Kind> kinds, Process unshare, long pid) {
        this.kinds = kinds;
        this.unshare = unshare;
        this.pid = pid;
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
                send(script + "\necho " + READY + "\n", unshare);
                awaitReady(unshare, errorLog);
                return new Namespaces(kinds, unshare, onlyChild(unshare));
            } catch (IOException | LabException e) {
                unshare.destroyForcibly();
                throw e;
            }
        } catch (IOException e) {
            throw new LabException("cannot make namespaces, see " + errorLog, e);
        }
    }

    /** The process id, as the machine sees it, of the first process inside. */
    long pid() {
        return pid;
    }

    /** The command line before a command that shall run inside. */
    List<String> entrance() {
        var nsenter = new ArrayList<>(List.of("nsenter", "--target", Long.toString(pid), "--wd"));
        kinds.forEach(kind -> nsenter.add(kind.option()));
        nsenter.add("--");
        return nsenter;
    }

    /** Ends every process inside at once, without a chance to say goodbye, and waits for that. */
    @Override
    public void close() {
        // unshare itself ends last: once the kernel has ended all others and dropped their mounts.
        unshare.children().forEach(ProcessHandle::destroyForcibly);
        try {
            if (!unshare.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new LabException("the namespaces of process " + pid + " do not end");
            }
        } catch (InterruptedException e) {
            throw LabException.interrupted("ending namespaces", e);
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

    private static void awaitReady(Process shell, Path errorLog) {
        BufferedReader output = shell.inputReader(StandardCharsets.UTF_8);
        var firstLine = new FutureTask<>(output::readLine);
        Thread.startVirtualThread(firstLine);
        try {
            if (!READY.equals(firstLine.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS))) {
                throw new LabException("namespaces could not be furnished, see " + errorLog);
            }
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

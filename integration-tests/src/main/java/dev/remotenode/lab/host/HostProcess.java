package dev.remotenode.lab.host;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program running in the background of a host. */
public final class HostProcess {
    private static final Duration FORK_LIMIT = Duration.ofSeconds(5);

    private final Command command;
    private final Process nsenter;

    private HostProcess(Command command, Process nsenter) {
        this.command = command;
        this.nsenter = nsenter;
    }

    static HostProcess start(List<String> wrapper, Command command, Path log) {
        try {
            Redirect output = Redirect.appendTo(log.toFile());
            Process process =
                    command.behind(wrapper)
                            .redirectInput(Redirect.from(new File("/dev/null")))
                            .redirectOutput(output)
                            .redirectErrorStream(true)
                            .start();
            return new HostProcess(command, process);
        } catch (IOException e) {
            throw new LabException("cannot start '" + command + "'", e);
        }
    }

    public boolean isAlive() {
        return nsenter.isAlive();
    }

    /** SIGTERM. */
    public void terminate() {
        program().destroy();
    }

    /** SIGINT. */
    public void interrupt() {
        signal("-INT", program().pid());
    }

    /** SIGSTOP. */
    public void pause() {
        signal("-STOP", program().pid());
    }

    /** SIGCONT. */
    public void resume() {
        signal("-CONT", program().pid());
        // It stops itself when its child is stopped, and would not see that end.
        signal("-CONT", nsenter.pid());
    }

    /** SIGKILL. */
    public void kill() {
        program().destroyForcibly();
    }

    /**
     * Waits for the program to end.
     *
     * @return its exit status, or 128 plus the number of the signal that ended it
     * @throws LabException if it does not end in time
     */
    public int awaitExit(Duration limit) {
        try {
            if (!nsenter.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new LabException(
                        "'%s' still runs after %d s".formatted(command, limit.toSeconds()));
            }
            return nsenter.exitValue();
        } catch (InterruptedException e) {
            throw LabException.interrupted("waiting for the end of '" + command + "'", e);
        }
    }

    private static void signal(String signal, long pid) {
        CommandRun.finish(List.of("kill"), Command.of(signal, Long.toString(pid))).outputOrFail();
    }

    /** The program itself: the one child of nsenter, which enters a PID namespace by forking. */
    private ProcessHandle program() {
        Await.until(
                "the start of '" + command + "'",
                FORK_LIMIT,
                () -> !isAlive() || nsenter.children().findAny().isPresent());
        return nsenter.children()
                .findAny()
                .orElseThrow(() -> new LabException("'" + command + "' has ended already"));
    }
}

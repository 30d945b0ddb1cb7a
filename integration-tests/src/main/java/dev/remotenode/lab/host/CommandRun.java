package dev.remotenode.lab.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One run of a command to its end, or to the end of its time. */
final class CommandRun {
    private final Command command;
    private final Process process;
    private final FutureTask<String> output;
    private final FutureTask<String> errors;

    private CommandRun(Command command, Process process) {
        this.command = command;
        this.process = process;
        this.output = new FutureTask<>(() -> text(process.getInputStream()));
        this.errors = new FutureTask<>(() -> text(process.getErrorStream()));
    }

    /**
     * Runs a command by way of {@code wrapper} and waits for it; its standard input is empty.
     *
     * @throws LabException if it cannot be started, or takes longer than it may (it is killed then)
     */
    static CommandResult finish(List<String> wrapper, Command command) {
        try {
            Process process = command.behind(wrapper).start();
            process.getOutputStream().close();
            return new CommandRun(command, process).await();
        } catch (IOException e) {
            throw new LabException("cannot start '" + command + "'", e);
        }
    }

    private CommandResult await() {
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            readers.execute(output);
            readers.execute(errors);
            try {
                return awaitExit();
            } finally {
                kill();
            }
        }
    }

    private CommandResult awaitExit() {
        try {
            if (!process.waitFor(command.limit().toMillis(), TimeUnit.MILLISECONDS)) {
                throw late();
            }
            return new CommandResult(
                    command, process.exitValue(), afterExit(output), afterExit(errors));
        } catch (InterruptedException e) {
            throw LabException.interrupted("running '" + command + "'", e);
        }
    }

    /** A child that stayed behind may hold the pipe open: the limit counts for it once more. */
    private String afterExit(FutureTask<String> reader) throws InterruptedException {
        try {
            return reader.get(command.limit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw late();
        } catch (ExecutionException e) {
            throw new LabException("cannot read what '" + command + "' writes", e);
        }
    }

    private LabException late() {
        return new LabException(
                "'%s' took longer than %d s".formatted(command, command.limit().toSeconds()));
    }

    /** Closes the pipes as well, which ends the readers whoever else still holds the other end. */
    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

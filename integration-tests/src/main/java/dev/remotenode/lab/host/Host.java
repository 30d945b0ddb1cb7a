package dev.remotenode.lab.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;

/**
 * A machine of its own as far as cluster software can tell: own network, processes, host name,
 * shared memory and {@code /run}; own changes to {@code /etc} and {@code /var}. Programs are those
 * of its {@link PacemakerSeries}: the real machine's, or those of another root file system.
 *
 * <p>All methods may be called from any thread.
 */
public final class Host implements AutoCloseable {
    /** Where every host of a lab sees the lab's folder of programs, read only. */
    public static final String PROGRAMS = "/run/lab/programs";

    private final String name;
    private final String address;
    private final PacemakerSeries pacemaker;
    private final Path logs;
    private final Namespaces namespaces;

    private Host(
            String name,
            String address,
            PacemakerSeries pacemaker,
            Path logs,
            Namespaces namespaces) {
        this.name = name;
        this.address = address;
        this.pacemaker = pacemaker;
        this.logs = logs;
        this.namespaces = namespaces;
    }

    /**
     * Boots a host.
     *
     * @param name its host name
     * @param address its IPv4 address, once it is plugged into a network
     * @param pacemaker what it has installed
     * @param logs a folder of the machine that becomes its {@code /var/log}
     * @param programs a folder of the machine that it sees as {@value #PROGRAMS}
     */
    static Host boot(
            String name, String address, PacemakerSeries pacemaker, Path logs, Path programs) {
        String root = pacemaker.root().toString();
        Namespaces namespaces =
                Namespaces.create(
                        EnumSet.allOf(Namespaces.Kind.class),
                        script(),
                        List.of(name, logs.toString(), programs.toString(), root),
                        logs.resolve("boot.log"));
        return new Host(name, address, pacemaker, logs, namespaces);
    }

    public String name() {
        return name;
    }

    public String address() {
        return address;
    }

    /** What it has installed. */
    public PacemakerSeries pacemaker() {
        return pacemaker;
    }

    /** The host's {@code /var/log}, a folder of the machine that outlives the host. */
    public Path logs() {
        return logs;
    }

    /** The process id of the host's init as the machine sees it: what {@code nsenter} wants. */
    public long pid() {
        return namespaces.pid();
    }

    /**
     * The place where this JVM finds a file of the host. Symbolic links to absolute paths on the
     * way lead astray (to the machine's own files).
     */
    public Path file(String absolutePath) {
        return Path.of("/proc/" + namespaces.pid() + "/root" + absolutePath);
    }

    /** Writes a file on the host, anew if it exists. */
    public void write(String absolutePath, String content) {
        write(absolutePath, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file on the host, anew if it exists, together with its folder. */
    public void write(String absolutePath, byte[] content) {
        try {
            Path file = file(absolutePath);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs a command to its end; see {@link CommandResult#outputOrFail()} for insisting on success.
     */
    public CommandResult run(Command command) {
        return CommandRun.finish(namespaces.entrance(), command);
    }

    /** Runs a command that must succeed, and returns what it wrote to standard output. */
    public String run(String... arguments) {
        return run(Command.of(arguments)).outputOrFail();
    }

    /** Starts a program that goes on running; its output is added to {@code /var/log/LOG}. */
    public HostProcess start(Command command, String log) {
        return HostProcess.start(namespaces.entrance(), command, logs.resolve(log));
    }

    /** What runs on the host now. */
    public ProcessTable processes() {
        return ProcessTable.read(file("/proc"));
    }

    /** Switches the host off: every process ends at once, logs stay. */
    @Override
    public void close() {
        namespaces.close();
    }

    @Override
    public String toString() {
        return name;
    }

    private static String script() {
        try (InputStream script = Host.class.getResourceAsStream("furnish-host.sh")) {
            return new String(
                    Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

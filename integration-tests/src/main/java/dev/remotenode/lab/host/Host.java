package dev.remotenode.lab.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A machine of its own as far as cluster software can tell: own network, processes, host name,
 * shared memory and {@code /run}; own changes to {@code /etc} and {@code /var}. Programs are the
 * real machine's, or those of another root file system.
 *
 * <p>All methods may be called from any thread.
 */
public final class Host implements AutoCloseable {
    /** Where every host of a lab sees the lab's folder of programs, read only. */
    public static final String PROGRAMS = "/run/lab/programs";

    /** Where every host of a lab sees a folder that all of them may write to: their storage. */
    public static final String SHARED = "/run/lab/shared";

    private final String name;
    private final String address;
    private final Path logs;
    private final Namespaces namespaces;
    private final Entrance entrance;

    private Host(String name, String address, Path logs, Namespaces namespaces, Entrance entrance) {
        this.name = name;
        this.address = address;
        this.logs = logs;
        this.namespaces = namespaces;
        this.entrance = entrance;
    }

    /**
     * Switches a host on that runs nothing by itself.
     *
     * @param name its host name
     * @param address its IPv4 address, once it is plugged into a network
     * @param root its file system, or the machine's own
     * @param logs a folder of the machine that becomes its {@code /var/log}
     * @param programs a folder of the machine that it sees as {@value #PROGRAMS}
     * @param shared a folder of the machine that it sees as {@value #SHARED}
     */
    static Host bare(
            String name, String address, Path root, Path logs, Path programs, Path shared) {
        var kinds = EnumSet.complementOf(EnumSet.of(Namespaces.Kind.CGROUP));
        Namespaces namespaces = furnished(kinds, name, "bare", root, logs, programs, shared);
        return new Host(name, address, logs, namespaces, namespaces.entrance());
    }

    /**
     * Boots a host with systemd, and waits until it is up.
     *
     * @param root its file system, which has systemd
     */
    static Host booted(
            String name, String address, Path root, Path logs, Path programs, Path shared) {
        var kinds = EnumSet.complementOf(EnumSet.of(Namespaces.Kind.CGROUP, Namespaces.Kind.PID));
        Namespaces namespaces = furnished(kinds, name, "booted", root, logs, programs, shared);
        try {
            Host host = new Host(name, address, logs, namespaces, Systemd.boot(namespaces));
            Systemd.awaitUp(host);
            return host;
        } catch (LabException e) {
            namespaces.close();
            throw e;
        }
    }

    private static Namespaces furnished(
            Set<Namespaces.Kind> kinds,
            String name,
            String how,
            Path root,
            Path logs,
            Path programs,
            Path shared) {
        return Namespaces.create(
                kinds,
                Script.beside(Host.class, "furnish-host.sh"),
                List.of(
                        name,
                        logs.toString(),
                        programs.toString(),
                        shared.toString(),
                        root.toString(),
                        how),
                logs.resolve("boot.log"));
    }

    public String name() {
        return name;
    }

    public String address() {
        return address;
    }

    /** The host's {@code /var/log}, a folder of the machine that outlives the host. */
    public Path logs() {
        return logs;
    }

    /** The process id of the host's init as the machine sees it: what {@code nsenter} wants. */
    public long pid() {
        return entrance.pid();
    }

    /**
     * The place where this JVM finds a file of the host. Symbolic links to absolute paths on the
     * way lead astray (to the machine's own files).
     */
    public Path file(String absolutePath) {
        return Path.of("/proc/" + entrance.pid() + "/root" + absolutePath);
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
        return CommandRun.finish(entrance.command(), command);
    }

    /** Runs a command that must succeed, and returns what it wrote to standard output. */
    public String run(String... arguments) {
        return run(Command.of(arguments)).outputOrFail();
    }

    /**
     * Runs a command of the machine itself, which has the host's network and nothing else of it.
     */
    public CommandResult runOnItsNetwork(Command command) {
        return CommandRun.finish(
                List.of("nsenter", "--net=/proc/" + entrance.pid() + "/ns/net", "--"), command);
    }

    /** Starts a program that goes on running; its output is added to {@code /var/log/LOG}. */
    public HostProcess start(Command command, String log) {
        return HostProcess.start(entrance.command(), command, logs.resolve(log));
    }

    /** What runs on the host now. */
    public ProcessTable processes() {
        return ProcessTable.read(file("/proc"));
    }

    /**
     * What programs of the host may call a control group of theirs that they do not remove
     * themselves: it goes when the host is switched off.
     */
    public String controlGroup() {
        return "lab-" + pid();
    }

    /** Switches the host off: every process ends at once, logs stay. */
    @Override
    public void close() {
        String group = controlGroup();
        namespaces.close();
        ControlGroups.remove(group);
    }

    @Override
    public String toString() {
        return name;
    }
}

package dev.remotenode.lab.libvirt;

import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.HostProcess;
import dev.remotenode.lab.host.LabException;
import dev.remotenode.lab.host.Script;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.libvirt.Connect;
import org.libvirt.Domain;
import org.libvirt.LibvirtException;

/**
 * libvirtd on a host, with one hypervisor, and a bridge that puts its guests on the network of the
 * lab: {@link dev.remotenode.lab.host.Lab#introduce} has addresses for them.
 */
public final class Libvirtd implements AutoCloseable {
    /** The bridge that guests are connected to; the host's own address is there, too. */
    public static final String BRIDGE = "br0";

    /** Where guests that have the files of the host see the lab's folder of programs. */
    static final String PROGRAMS = "/var/lib/lab-programs";

    private static final Duration START_LIMIT = Duration.ofSeconds(20);
    private static final Duration END_LIMIT = Duration.ofSeconds(10);

    /** {@code VIR_CONNECT_LIST_DOMAINS_ACTIVE}, which the binding has no name for. */
    private static final int ACTIVE = 1;

    private static final String SOCKET = "/run/libvirt/libvirt-sock";

    private final Host host;
    private final HostProcess process;
    private final Connect connection;

    private Libvirtd(Host host, HostProcess process, Connect connection) {
        this.host = host;
        this.process = process;
        this.connection = connection;
    }

    /**
     * Prepares a host for libvirtd.
     *
     * @return whether that was possible: the kernel may have no control groups of version 1
     */
    public static CommandResult prepare(Host host) {
        return host.run(script(host, "prepare"));
    }

    /** Starts libvirtd on a host that has been prepared, and makes the bridge. */
    public static Libvirtd start(Host host, Hypervisor hypervisor) {
        host.run(script(host, "bridge", BRIDGE)).outputOrFail();
        return startWithoutBridge(host, hypervisor);
    }

    /** The same without a bridge. */
    public static Libvirtd startWithoutBridge(Host host, Hypervisor hypervisor) {
        HostProcess process = host.start(script(host, "run", hypervisor.driver), "libvirtd.out");
        Await.until(
                "libvirtd on " + host,
                START_LIMIT,
                () -> process.isAlive() && Files.exists(host.file(SOCKET)));
        try {
            return new Libvirtd(host, process, new Connect(hypervisor.uri(host.file(SOCKET))));
        } catch (LibvirtException e) {
            throw new LabException("cannot connect to libvirtd on " + host, e);
        }
    }

    /**
     * Starts a guest that is none of the cluster's: libvirtd knows it from now on, running or not.
     *
     * @param xml the domain
     */
    public void switchOn(String xml) {
        try {
            connection.domainDefineXML(xml).create();
        } catch (LibvirtException e) {
            throw new LabException("cannot start a guest on " + host, e);
        }
    }

    /** Whether libvirtd is there: it is not once its host was switched off. */
    public boolean isRunning() {
        return process.isAlive();
    }

    /** What tells one run of a domain from the next, if it runs now. */
    public OptionalInt running(String domain) {
        return domains().stream()
                .filter(running -> running.name().equals(domain))
                .mapToInt(Running::id)
                .findFirst();
    }

    /** SIGKILL to the first process of a container. */
    public void kill(String domain) {
        Mishap.KILLED.befall(host, domain);
    }

    /** SIGKILL to the process that is a virtual machine. */
    public void switchOff(String domain) {
        host.run("sh", "-c", "kill -KILL $(cat /run/libvirt/qemu/%s.pid)".formatted(domain));
    }

    /** Ends all guests, then libvirtd. */
    @Override
    public void close() {
        try {
            for (Domain domain : connection.listAllDomains(ACTIVE)) {
                domain.destroy();
            }
            connection.close();
        } catch (LibvirtException e) {
            throw new LabException("cannot end the guests of " + host, e);
        }
        process.terminate();
        process.awaitExit(END_LIMIT);
        host.run(script(host, "tidy")).outputOrFail();
    }

    /**
     * In place of {@link #close()} for another libvirtd, whose host was switched off: removes what
     * is left of its control groups.
     */
    public void bury(Libvirtd dead) {
        host.run(script(host, "bury", "lab-" + dead.host.pid())).outputOrFail();
    }

    private record Running(String name, int id) {
        static Running of(Domain domain) {
            try {
                return new Running(domain.getName(), domain.getID());
            } catch (LibvirtException e) {
                throw new LabException("cannot ask libvirtd", e);
            }
        }
    }

    private List<Running> domains() {
        try {
            return Arrays.stream(connection.listAllDomains(ACTIVE)).map(Running::of).toList();
        } catch (LibvirtException e) {
            throw new LabException("cannot ask libvirtd on " + host, e);
        }
    }

    private static Command script(Host host, String action, String... more) {
        List<String> words =
                List.of(
                        "bash",
                        "-euc",
                        Script.beside(Libvirtd.class, "libvirtd.sh"),
                        "libvirtd",
                        action,
                        host.controlGroup());
        return Command.of(Stream.concat(words.stream(), Arrays.stream(more)).toList());
    }
}

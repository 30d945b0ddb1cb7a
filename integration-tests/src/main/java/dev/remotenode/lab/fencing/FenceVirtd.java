package dev.remotenode.lab.fencing;

import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.HostProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code fence_virtd} on a host with libvirtd, whose domains it ends and starts. */
public final class FenceVirtd implements AutoCloseable {
    /** Where the one that listens for connections does so: beside the one for datagrams. */
    public static final int TCP_PORT = 1230;

    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** How it is asked. */
    public enum Listener {
        /** By datagrams to a group of addresses, which is what {@code fence_xvm} does. */
        MULTICAST {
            @Override
            String options(Host host, String networkLink) {
                return "address = \"225.0.0.12\"; interface = \"%s\";".formatted(networkLink);
            }

            @Override
            List<String> client(Host host) {
                return List.of("fence_xvm");
            }
        },

        /** By connections to one address, which is what {@code fence_virt} does. */
        TCP {
            @Override
            String options(Host host, String networkLink) {
                return "address = \"%s\"; port = \"%d\";".formatted(host.address(), TCP_PORT);
            }

            @Override
            List<String> client(Host host) {
                return List.of(
                        "fence_virt", "-T", host.address(), "-p", Integer.toString(TCP_PORT));
            }
        };

        abstract String options(Host host, String networkLink);

        abstract List<String> client(Host host);

        private String configuration(Host host, String networkLink, String uri) {
            return """
            fence_virtd { listener = "%1$s"; backend = "libvirt"; }
            listeners { %1$s { key_file = "%2$s"; %3$s } }
            backends { libvirt { uri = "%4$s"; } }
            """
                    .formatted(inConfiguration(), SharedKey.FILE, options(host, networkLink), uri);
        }

        private String inConfiguration() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Host host;
    private final Listener listener;
    private final HostProcess process;

    private FenceVirtd(Host host, Listener listener, HostProcess process) {
        this.host = host;
        this.listener = listener;
        this.process = process;
    }

    /**
     * Starts it, and waits until it answers.
     *
     * @param host has the {@link SharedKey}, too
     * @param networkLink where it listens for datagrams
     * @param uri of libvirtd there
     */
    public static FenceVirtd start(Host host, Listener listener, String networkLink, String uri) {
        String name = "fence_virtd-" + listener.inConfiguration();
        String file = "/etc/" + name + ".conf";
        host.write(file, listener.configuration(host, networkLink, uri));
        host.run("chmod", "600", file);
        HostProcess process =
                host.start(
                        Command.of("fence_virtd", "-F", "-d5", "-f", file, "-p", "/run/" + name),
                        name + ".out");
        var daemon = new FenceVirtd(host, listener, process);
        Await.until(
                name + " on " + host,
                LIMIT,
                () -> process.isAlive() && host.run(daemon.question("list")).succeeded());
        return daemon;
    }

    /** The command that asks it something, on any host or guest that has the key. */
    public Command question(String operation, String... more) {
        var words = new ArrayList<>(listener.client(host));
        words.addAll(List.of("-o", operation));
        words.addAll(List.of(more));
        return Command.of(words);
    }

    @Override
    public void close() {
        process.kill();
        process.awaitExit(LIMIT);
    }
}

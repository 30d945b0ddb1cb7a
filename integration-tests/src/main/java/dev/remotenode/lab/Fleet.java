package dev.remotenode.lab;

import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.Lab;
import dev.remotenode.lab.host.NetworkNamespace;
import dev.remotenode.lab.host.Outcome;
import dev.remotenode.lrmd.client.ClientLoop;
import dev.remotenode.lrmd.client.ExecutorClient;
import dev.remotenode.lrmd.client.NotificationListener;
import dev.remotenode.lrmd.tls.ClientIdentity;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Many hosts with the daemon and no cluster: the caller plays the cluster node, on a host beside
 * them.
 */
public final class Fleet implements AutoCloseable {
    private static final int PORT = 3121;
    private static final int STARTS_AT_A_TIME = 2;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Lab lab;
    private final List<Host> guests;
    private final ClientLoop loop;
    private final ClientIdentity identity;

    private Fleet(Lab lab, Host member, List<Host> guests, ClientIdentity identity) {
        this.lab = lab;
        this.guests = guests;
        this.identity = identity;
        loop = new ClientLoop(new NetworkNamespace(member).threads());
    }

    /**
     * Boots the hosts and starts a daemon on each.
     *
     * @param name says whose they are; the process id makes it unique
     * @param size how many, at most 250
     */
    public static Fleet open(LabSettings settings, String name, int size) {
        Path folder = settings.folder().resolve(name + "-" + ProcessHandle.current().pid());
        Lab lab = Lab.open(folder, settings.program().folder());
        try {
            Host member = lab.addHost("node1", settings.guest());
            AuthenticationKey key = new AuthenticationKey();
            List<Host> guests =
                    IntStream.rangeClosed(1, size)
                            .mapToObj(i -> lab.addHost("guest" + i, settings.guest()))
                            .toList();
            startAll(settings, guests, key);
            return new Fleet(lab, member, guests, ClientIdentity.of(key.preSharedKey()));
        } catch (RuntimeException e) {
            settings.evidence().show(lab, name + "-start");
            lab.close();
            throw e;
        }
    }

    private static void startAll(LabSettings settings, List<Host> guests, AuthenticationKey key) {
        try (ExecutorService starters = Executors.newFixedThreadPool(STARTS_AT_A_TIME)) {
            CompletableFuture<?>[] starts =
                    guests.stream()
                            .map(guest ->
                                    CompletableFuture.runAsync(
                                            () -> {
                                                key.install(guest);
                                                RemoteNode.start(
                                                        guest, settings.program(), Map.of());
                                            },
                                            starters))
                            .toArray(CompletableFuture<?>[]::new);
            Outcome.of("the start of all", LIMIT, CompletableFuture.allOf(starts));
        }
    }

    /** Those with a daemon. */
    public List<Host> guests() {
        return guests;
    }

    /**
     * Connects a cluster node to one of them.
     *
     * @return the client once it is connected, or what prevented that
     */
    public CompletableFuture<ExecutorClient> connect(Host guest, NotificationListener listener) {
        return ExecutorClient.connect(
                loop, new InetSocketAddress(guest.address(), PORT), identity, listener);
    }

    /** Switches all hosts off, and throws their logs away. */
    @Override
    public void close() {
        loop.close();
        lab.close();
        new FileTree(lab.folder()).delete();
    }
}

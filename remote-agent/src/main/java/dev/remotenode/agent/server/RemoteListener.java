package dev.remotenode.agent.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoopGroup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sockets on which cluster nodes connect. */
public final class RemoteListener {

    private static final Logger log = LoggerFactory.getLogger(RemoteListener.class);

    private final List<Channel> channels;

    private RemoteListener(Collection<Channel> channels) {
        this.channels = List.copyOf(channels);
    }

    /**
     * Listens on all addresses that are named.
     *
     * <p>A name with several addresses may have some that are not of this machine; of those it is
     * enough that one is.
     *
     * @param names host names and literal addresses; every address of this machine if there are
     *     none
     * @param watchdog time after which sbd would reset this machine: a connection that has been
     *     dead for half of it is given up, so that the cluster can connect anew in time
     * @throws IOException if an address cannot be bound; none is then
     */
    public static RemoteListener open(
            EventLoopGroup loop,
            ChannelHandler pipeline,
            List<String> names,
            int port,
            Optional<Duration> watchdog)
            throws IOException {
        PeerPatience patience = PeerPatience.of(watchdog);
        if (names.isEmpty()) {
            return new RemoteListener(
                    List.of(bindWildcard(new SocketBinder(loop, pipeline, port, patience, false))));
        }
        List<ListenAddress> wanted = new ArrayList<>();
        for (String name : names) {
            wanted.add(ListenAddress.resolve(name));
        }
        boolean anyIpv4 = wanted.stream().anyMatch(ListenAddress::hasIpv4);
        // A socket for all of IPv6 takes IPv4 along, unless that has sockets of its own.
        SocketBinder binder = new SocketBinder(loop, pipeline, port, patience, anyIpv4);
        Map<InetAddress, Channel> channels = new LinkedHashMap<>();
        try {
            for (ListenAddress address : wanted) {
                bindAll(binder, address, channels);
            }
            return new RemoteListener(channels.values());
        } catch (IOException e) {
            channels.values().forEach(Channel::close);
            throw e;
        }
    }

    /** A socket of IPv6 takes IPv4 peers too; a kernel without IPv6 has only the other kind. */
    private static Channel bindWildcard(SocketBinder binder) throws IOException {
        try {
            return binder.bind(InetAddress.getByName("::"));
        } catch (ListenException e) {
            if (!e.isOfAnotherMachine()) {
                throw e;
            }
            return binder.bind(InetAddress.getByName("0.0.0.0"));
        }
    }

    private static void bindAll(
            SocketBinder binder, ListenAddress wanted, Map<InetAddress, Channel> channels)
            throws ListenException {
        List<ListenException> missing = new ArrayList<>();
        for (InetAddress address : wanted.addresses()) {
            if (channels.containsKey(address)) {
                continue;
            }
            try {
                channels.put(address, binder.bind(address));
            } catch (ListenException e) {
                if (!e.isOfAnotherMachine()) {
                    throw e;
                }
                missing.add(e);
            }
        }
        if (missing.size() == wanted.addresses().size()) {
            throw missing.getFirst();
        }
        missing.forEach(
                e -> log.warn("{}; {} has other addresses", e.getMessage(), wanted.given()));
    }

    /** Where it listens. */
    public List<InetSocketAddress> addresses() {
        return channels.stream()
                .map(channel -> (InetSocketAddress) channel.localAddress())
                .toList();
    }

    /** Stops listening; connections stay. */
    public void close() {
        channels.forEach(Channel::close);
    }
}

package dev.remotenode.agent.server;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.EpollChannelOption;
import java.time.Duration;
import java.util.Optional;

/**
 * How long the kernel waits for a sign of life from a peer, before it ends the connection: a host
 * that is switched off or cut off says no goodbye.
 *
 * @param limit without any sign, whether something waits to be delivered to it or not
 */
record PeerPatience(Duration limit) {

    /** As long as a peer may take to read what it is sent. */
    private static final Duration USUAL = Duration.ofMinutes(1);

    /** Questions to a peer that is silent, before the limit is reached. */
    private static final int QUESTIONS = 4;

    /**
     * What fits a node.
     *
     * @param watchdog time after which sbd would reset this machine: the cluster has to be able to
     *     connect anew in half of it
     */
    static PeerPatience of(Optional<Duration> watchdog) {
        return new PeerPatience(
                watchdog.map(timeout -> timeout.dividedBy(2))
                        .filter(half -> half.compareTo(USUAL) < 0)
                        .orElse(USUAL));
    }

    /** For every connection that is accepted. */
    void applyTo(ServerBootstrap bootstrap) {
        int pause = Math.max(1, Math.toIntExact(limit.toSeconds() / QUESTIONS));
        bootstrap
                .childOption(EpollChannelOption.TCP_USER_TIMEOUT, Math.toIntExact(limit.toMillis()))
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childOption(EpollChannelOption.TCP_KEEPIDLE, pause)
                .childOption(EpollChannelOption.TCP_KEEPINTVL, pause);
    }
}

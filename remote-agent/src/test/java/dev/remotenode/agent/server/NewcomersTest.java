package dev.remotenode.agent.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lrmd.tls.HandshakeCompletion;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NewcomersTest {

    private final Newcomers newcomers = new Newcomers(5, 3);

    @Test
    void oldestOfOneAddressMakesPlace() {
        List<EmbeddedChannel> crowd = arrive("192.0.2.1", 4);
        assertFalse(crowd.getFirst().isOpen());
        assertTrue(crowd.stream().skip(1).allMatch(EmbeddedChannel::isOpen));
    }

    @Test
    void oldestOfTheAddressWithTheMostMakesPlace() {
        EmbeddedChannel honest = arrive("192.0.2.9");
        List<EmbeddedChannel> some = arrive("192.0.2.1", 2);
        List<EmbeddedChannel> crowd = arrive("192.0.2.2", 3);
        assertTrue(honest.isOpen());
        assertTrue(some.stream().allMatch(EmbeddedChannel::isOpen));
        assertEquals(
                List.of(false, true, true), crowd.stream().map(EmbeddedChannel::isOpen).toList());
    }

    @Test
    void whoHasProvenItselfIsNoNewcomer() {
        EmbeddedChannel proven = arrive("192.0.2.1");
        proven.pipeline()
                .fireUserEventTriggered(
                        new HandshakeCompletion("TLSv1.3", "0x1302", "a key", Optional.empty()));
        arrive("192.0.2.1", 9);
        assertTrue(proven.isOpen());
    }

    @Test
    void whoLeavesMakesPlace() {
        arrive("192.0.2.1", 2).forEach(EmbeddedChannel::close);
        assertTrue(arrive("192.0.2.1", 3).stream().allMatch(EmbeddedChannel::isOpen));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "2001:db8:1:2::1, 2001:db8:1:2:3:4:5:6, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "::ffff:192.0.2.1, 192.0.2.1, true",
    })
    void oneNetworkIsWhatOnePartyMayHave(String one, String other, boolean same)
            throws UnknownHostException {
        assertEquals(
                same,
                PeerNetwork.of(InetAddress.getByName(one))
                        .equals(PeerNetwork.of(InetAddress.getByName(other))));
    }

    private List<EmbeddedChannel> arrive(String address, int number) {
        return Stream.generate(() -> arrive(address)).limit(number).toList();
    }

    private EmbeddedChannel arrive(String address) {
        return new EmbeddedChannel(new NewcomerHandler(newcomers)) {
            @Override
            protected SocketAddress remoteAddress0() {
                return new InetSocketAddress(address, 1);
            }
        };
    }
}

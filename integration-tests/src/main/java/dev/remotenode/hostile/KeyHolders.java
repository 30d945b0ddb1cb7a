package dev.remotenode.hostile;

import dev.remotenode.lab.PeerSeat;
import dev.remotenode.lab.wire.Frame;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;

/** What those do who have the key: each act is a connection. */
final class KeyHolders {
    private KeyHolders() {}

    static Assault.Act shakeHandsAgain(PeerSeat seat) {
        byte[] flight = Flight.of(seat.identity());
        byte[] hello = Arrays.copyOfRange(flight, Flight.RECORD_HEADER, flight.length);
        return flood(seat, peer -> peer.sendHandshake(hello));
    }

    static Assault.Act trickle(PeerSeat seat) {
        byte[] header = Documents.largestHeader();
        return assault -> {
            try (KeyedPeer peer = KeyedPeer.connect(seat)) {
                peer.send(header);
                while (!assault.isOver()) {
                    peer.send(new byte[] {' '});
                    assault.count();
                    Thread.sleep(Assault.TRICKLE);
                }
            }
        };
    }

    static Assault.Act holdTheEndBack(PeerSeat seat) {
        byte[] header = Documents.largestHeader();
        // One for all: to collect them would keep the honest waiting, who are in this JVM.
        byte[] most = new byte[19 * 1024 * 1024];
        return assault -> {
            try (KeyedPeer peer = KeyedPeer.connect(seat)) {
                peer.send(header);
                // Before the rest, in the middle of which the daemon ends most of them.
                assault.count();
                peer.send(most);
                peer.awaitEnd();
            }
        };
    }

    static Assault.Act claimBadSizes(PeerSeat seat) {
        Frame negative = Documents.poke().claiming(new Frame.Sizes(-1, 40, -1, -1));
        return assault -> {
            try (KeyedPeer peer = KeyedPeer.connect(seat)) {
                assault.count();
                peer.send(negative);
                peer.awaitEnd();
            }
        };
    }

    static Assault.Act askAndNotRead(PeerSeat seat) {
        Frame poke = Documents.poke();
        return flood(seat, peer -> peer.send(poke));
    }

    /** Sends the same again and again, and takes whatever comes. */
    static Function<PeerSeat, Assault.Act> sending(Supplier<Frame> document) {
        return seat -> {
            Frame frame = document.get();
            byte[] header = frame.header();
            byte[] payload = frame.payload();
            return flood(
                    seat,
                    peer -> {
                        peer.send(header, payload);
                        peer.drain();
                    });
        };
    }

    /** What is done again and again on one connection. */
    private interface Deed {
        void commit(KeyedPeer peer) throws IOException;
    }

    private static Assault.Act flood(PeerSeat seat, Deed deed) {
        return assault -> {
            try (KeyedPeer peer = KeyedPeer.connect(seat)) {
                while (!assault.isOver()) {
                    deed.commit(peer);
                    assault.count();
                }
            }
        };
    }
}

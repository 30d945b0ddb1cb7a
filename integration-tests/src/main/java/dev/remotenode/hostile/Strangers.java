package dev.remotenode.hostile;

import dev.remotenode.lab.PeerSeat;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

/** What those do who have no key: each act is a connection. */
final class Strangers {
    private static final Duration HOLD = Duration.ofSeconds(20);
    private static final int MOST_OF_A_RECORD = 16 * 1024;

    /** A record of 16 KiB with the beginning of a message of nearly 16 MiB. */
    private static final byte[] RECORD_OF_A_HANDSHAKE = {0x16, 3, 3, 0x40, 0, 1, -1, -1, -1};

    private static final byte[] RECORD_OF_DATA = {0x17, 3, 3, 0x40, 0};

    private Strangers() {}

    static Assault.Act doNothing(PeerSeat seat) {
        return _ -> Thread.sleep(HOLD);
    }

    static Assault.Act connect(PeerSeat seat) {
        return visit(seat, _ -> {});
    }

    static Assault.Act sayNothing(PeerSeat seat) {
        return visit(seat, Stranger::awaitEnd);
    }

    static Assault.Act trickle(PeerSeat seat) {
        byte[] flight = Flight.of(seat.identity());
        return assault -> {
            try (Stranger stranger = Stranger.connect(seat)) {
                for (byte next : flight) {
                    stranger.send(new byte[] {next});
                    assault.count();
                    Thread.sleep(Assault.TRICKLE);
                }
                stranger.awaitEnd();
            }
        };
    }

    static Assault.Act makeNoise(PeerSeat seat) {
        byte[] noise = new byte[MOST_OF_A_RECORD];
        new Random(1).nextBytes(noise);
        return sayAndAwaitEnd(seat, noise);
    }

    static Assault.Act neverEnd(PeerSeat seat) {
        byte[] record = recordOf(RECORD_OF_A_HANDSHAKE);
        return assault -> {
            try (Stranger stranger = Stranger.connect(seat)) {
                while (!assault.isOver()) {
                    stranger.send(record);
                    assault.count();
                }
            }
        };
    }

    static Assault.Act guessTheKey(PeerSeat seat) {
        return sayAndAwaitEnd(seat, Flight.ofAStranger());
    }

    static Assault.Act haveItCompute(PeerSeat seat) {
        return sayAndListen(seat, Flight.thatIsCostly());
    }

    static Assault.Act replay(PeerSeat seat) {
        return sayAndListen(seat, Flight.of(seat.identity()));
    }

    private static Assault.Act sayAndListen(PeerSeat seat, byte[] flight) {
        return visit(
                seat,
                stranger -> {
                    stranger.send(flight);
                    stranger.awaitWord();
                });
    }

    static Assault.Act sendEarlyData(PeerSeat seat) {
        return sayAndAwaitEnd(seat, Flight.of(seat.identity()), recordOf(RECORD_OF_DATA));
    }

    private static Assault.Act sayAndAwaitEnd(PeerSeat seat, byte[]... pieces) {
        return visit(
                seat,
                stranger -> {
                    for (byte[] piece : pieces) {
                        stranger.send(piece);
                    }
                    stranger.awaitEnd();
                });
    }

    static Assault.Act closeOneSide(PeerSeat seat) {
        byte[] flight = Flight.of(seat.identity());
        return visit(
                seat,
                stranger -> {
                    stranger.send(Arrays.copyOf(flight, flight.length / 2));
                    stranger.shutdownOutput();
                    stranger.awaitEnd();
                });
    }

    static Assault.Act readNothing(PeerSeat seat) {
        byte[] flight = Flight.of(seat.identity());
        return visit(
                seat,
                stranger -> {
                    stranger.send(flight);
                    Thread.sleep(HOLD);
                });
    }

    private static byte[] recordOf(byte[] beginning) {
        return Arrays.copyOf(beginning, Flight.RECORD_HEADER + MOST_OF_A_RECORD);
    }

    /** What is done on a connection. */
    private interface Visit {
        void pay(Stranger stranger) throws IOException, InterruptedException;
    }

    private static Assault.Act visit(PeerSeat seat, Visit visit) {
        return assault -> {
            try (Stranger stranger = Stranger.connect(seat)) {
                assault.count();
                visit.pay(stranger);
            }
        };
    }
}

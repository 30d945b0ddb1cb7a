package dev.remotenode.hostile;

import dev.remotenode.lab.PeerSeat;
import dev.remotenode.lab.wire.Frame;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

/** What a hostile network can do to a daemon, with the key and without. */
public enum Attack {
    /** To compare with. */
    NONE("nobody attacks", "", Who.STRANGER, 0, 0),
    CONNECTS("connects, and leaves at once", "connects", Who.STRANGER, 2, 2) {
        @Override
        Assault.Act act(PeerSeat seat) {
            return visit(seat, _ -> {});
        }
    },
    SILENCE("connects, and says nothing", "connects", Who.STRANGER, 300, 100) {
        @Override
        Assault.Act act(PeerSeat seat) {
            return visit(seat, Stranger::awaitEnd);
        }
    },
    SLOW_RECORDS("a handshake of one byte every 50 ms", "bytes", Who.STRANGER, 60, 0) {
        @Override
        Assault.Act act(PeerSeat seat) {
            byte[] flight = Flight.of(seat.identity());
            return assault -> {
                try (Stranger stranger = Stranger.connect(seat)) {
                    for (byte next : flight) {
                        stranger.send(new byte[] {next});
                        assault.count();
                        Thread.sleep(TRICKLE);
                    }
                    stranger.awaitEnd();
                }
            };
        }
    },
    NOISE("noise in place of a handshake", "connects", Who.STRANGER, 2, 5) {
        @Override
        Assault.Act act(PeerSeat seat) {
            byte[] noise = new byte[16 * 1024];
            new Random(1).nextBytes(noise);
            return visit(
                    seat,
                    stranger -> {
                        stranger.send(noise);
                        stranger.awaitEnd();
                    });
        }
    },
    ENDLESS_HANDSHAKE("a message of a handshake that never ends", "records", Who.STRANGER, 8, 0) {
        @Override
        Assault.Act act(PeerSeat seat) {
            byte[] record = new byte[5 + MOST_OF_A_RECORD];
            System.arraycopy(RECORD_OF_A_HANDSHAKE, 0, record, 0, RECORD_OF_A_HANDSHAKE.length);
            return assault -> {
                try (Stranger stranger = Stranger.connect(seat)) {
                    while (!assault.isOver()) {
                        stranger.send(record);
                        assault.count();
                    }
                }
            };
        }
    },
    ANOTHER_KEY("handshakes with another key", "handshakes", Who.STRANGER, 2, 5) {
        @Override
        Assault.Act act(PeerSeat seat) {
            byte[] flight = Flight.ofAStranger();
            return visit(
                    seat,
                    stranger -> {
                        stranger.send(flight);
                        stranger.awaitEnd();
                    });
        }
    },
    COSTLY_HANDSHAKE("handshakes that are costly to answer", "handshakes", Who.STRANGER, 2, 5) {
        @Override
        Assault.Act act(PeerSeat seat) {
            byte[] flight = Flight.thatIsCostly();
            return visit(
                    seat,
                    stranger -> {
                        stranger.send(flight);
                        stranger.awaitWord();
                    });
        }
    },
    REPLAY("an honest handshake, recorded and replayed", "handshakes", Who.STRANGER, 2, 5) {
        @Override
        Assault.Act act(PeerSeat seat) {
            byte[] flight = Flight.of(seat.identity());
            return visit(
                    seat,
                    stranger -> {
                        stranger.send(flight);
                        stranger.awaitWord();
                    });
        }
    },
    EARLY_DATA("early data after a replayed handshake", "connects", Who.STRANGER, 2, 5) {
        @Override
        Assault.Act act(PeerSeat seat) {
            byte[] flight = Flight.of(seat.identity());
            byte[] early = new byte[5 + MOST_OF_A_RECORD];
            System.arraycopy(RECORD_OF_DATA, 0, early, 0, RECORD_OF_DATA.length);
            return visit(
                    seat,
                    stranger -> {
                        stranger.send(flight);
                        stranger.send(early);
                        stranger.awaitEnd();
                    });
        }
    },
    HALF_CLOSED("half a handshake, closed on one side", "connects", Who.STRANGER, 2, 5) {
        @Override
        Assault.Act act(PeerSeat seat) {
            byte[] flight = Flight.of(seat.identity());
            return visit(
                    seat,
                    stranger -> {
                        stranger.send(Arrays.copyOf(flight, flight.length / 2));
                        stranger.shutdownOutput();
                        stranger.awaitEnd();
                    });
        }
    },
    DEAF_STRANGER("handshakes whose answer nobody reads", "handshakes", Who.STRANGER, 100, 100) {
        @Override
        Assault.Act act(PeerSeat seat) {
            byte[] flight = Flight.of(seat.identity());
            return visit(
                    seat,
                    stranger -> {
                        stranger.send(flight);
                        Thread.sleep(HOLD);
                    });
        }
    },
    RENEGOTIATION("asks for new handshakes, reads nothing", "records", Who.HAS_THE_KEY, 2, 0) {
        @Override
        Assault.Act act(PeerSeat seat) {
            // What follows the header of the record.
            byte[] flight = Flight.of(seat.identity());
            byte[] hello = Arrays.copyOfRange(flight, 5, flight.length);
            return flood(seat, peer -> peer.sendHandshake(hello));
        }
    },
    SLOW_FRAMES("messages of one byte every 50 ms", "bytes", Who.HAS_THE_KEY, 60, 0) {
        @Override
        Assault.Act act(PeerSeat seat) {
            byte[] header = Documents.largestHeader();
            return assault -> {
                try (KeyedPeer peer = KeyedPeer.connect(seat)) {
                    peer.send(header);
                    while (!assault.isOver()) {
                        peer.send(new byte[] {' '});
                        assault.count();
                        Thread.sleep(TRICKLE);
                    }
                }
            };
        }
    },
    HELD_FRAMES("messages of 20 MiB but for the end", "messages", Who.HAS_THE_KEY, 10, 0) {
        @Override
        Assault.Act act(PeerSeat seat) {
            byte[] header = Documents.largestHeader();
            return assault -> {
                try (KeyedPeer peer = KeyedPeer.connect(seat)) {
                    peer.send(header);
                    // Before the rest, in the middle of which the daemon ends most of them.
                    assault.count();
                    peer.send(new byte[19 * 1024 * 1024]);
                    peer.awaitEnd();
                }
            };
        }
    },
    BAD_SIZES("sizes that cannot be", "connects", Who.HAS_THE_KEY, 2, 5) {
        @Override
        Assault.Act act(PeerSeat seat) {
            Frame negative = Documents.poke().claiming(new Frame.Sizes(-1, 40, -1, -1));
            return assault -> {
                try (KeyedPeer peer = KeyedPeer.connect(seat)) {
                    assault.count();
                    peer.send(negative);
                    peer.awaitEnd();
                }
            };
        }
    },
    LARGE_MESSAGES("messages of 20 MiB", "messages", Who.HAS_THE_KEY, 3, 0) {
        @Override
        Assault.Act act(PeerSeat seat) {
            return sending(seat, Documents.large());
        }
    },
    BOMBS("messages that inflate to 20 MiB", "messages", Who.HAS_THE_KEY, 3, 0) {
        @Override
        Assault.Act act(PeerSeat seat) {
            return sending(seat, Documents.bomb());
        }
    },
    BROKEN_REFERENCES(
            "messages of twenty million broken references", "messages", Who.HAS_THE_KEY, 3, 0) {
        @Override
        Assault.Act act(PeerSeat seat) {
            return sending(seat, Documents.brokenReferences());
        }
    },
    WIDE("messages of five million elements", "messages", Who.HAS_THE_KEY, 3, 0) {
        @Override
        Assault.Act act(PeerSeat seat) {
            return sending(seat, Documents.wide());
        }
    },
    DEEP("messages that are nested as deep", "messages", Who.HAS_THE_KEY, 3, 0) {
        @Override
        Assault.Act act(PeerSeat seat) {
            return sending(seat, Documents.deep());
        }
    },
    ENTITIES("entities that would grow to gigabytes", "messages", Who.HAS_THE_KEY, 2, 2) {
        @Override
        Assault.Act act(PeerSeat seat) {
            return sending(seat, Documents.entities());
        }
    },
    GARBAGE("NULs and what is no UTF-8", "messages", Who.HAS_THE_KEY, 2, 2) {
        @Override
        Assault.Act act(PeerSeat seat) {
            return sending(seat, Documents.garbage());
        }
    },
    REQUESTS("requests as fast as they are read", "requests", Who.HAS_THE_KEY, 2, 0) {
        @Override
        Assault.Act act(PeerSeat seat) {
            return sending(seat, Documents.poke());
        }
    },
    DEAF_PEER("requests whose answers nobody reads", "requests", Who.HAS_THE_KEY, 3, 0) {
        @Override
        Assault.Act act(PeerSeat seat) {
            Frame poke = Documents.poke();
            return flood(seat, peer -> peer.send(poke));
        }
    };

    /** Who can do this. */
    public enum Who {
        STRANGER,
        HAS_THE_KEY
    }

    private static final Duration TRICKLE = Duration.ofMillis(50);
    private static final Duration HOLD = Duration.ofSeconds(20);
    private static final int MOST_OF_A_RECORD = 16 * 1024;

    /** A record of 16 KiB with the beginning of a message of nearly 16 MiB. */
    private static final byte[] RECORD_OF_A_HANDSHAKE = {0x16, 3, 3, 0x40, 0, 1, -1, -1, -1};

    private static final byte[] RECORD_OF_DATA = {0x17, 3, 3, 0x40, 0};

    private final String title;
    private final String unit;
    private final Who who;
    private final int attackers;
    private final int pauseMillis;

    Attack(String title, String unit, Who who, int attackers, int pauseMillis) {
        this.title = title;
        this.unit = unit;
        this.who = who;
        this.attackers = attackers;
        this.pauseMillis = pauseMillis;
    }

    /** What is done, for people. */
    public String title() {
        return title;
    }

    /** What {@link Assault#acts()} counts. */
    public String unit() {
        return unit;
    }

    /** What it takes. */
    public Who who() {
        return who;
    }

    /** Begins it, from a seat. */
    public Assault begin(PeerSeat seat) {
        return Assault.begin(seat.threads(), attackers, Duration.ofMillis(pauseMillis), act(seat));
    }

    Assault.Act act(PeerSeat seat) {
        return _ -> Thread.sleep(HOLD);
    }

    /** What is done on a connection of its own. */
    private interface Deed<P> {
        void commit(P peer) throws IOException, InterruptedException;
    }

    private static Assault.Act visit(PeerSeat seat, Deed<Stranger> deed) {
        return assault -> {
            try (Stranger stranger = Stranger.connect(seat)) {
                assault.count();
                deed.commit(stranger);
            }
        };
    }

    /** On one connection, without reading anything. */
    private static Assault.Act flood(PeerSeat seat, Deed<KeyedPeer> deed) {
        return assault -> {
            try (KeyedPeer peer = KeyedPeer.connect(seat)) {
                while (!assault.isOver()) {
                    deed.commit(peer);
                    assault.count();
                }
            }
        };
    }

    /** On one connection, and takes whatever comes. */
    private static Assault.Act sending(PeerSeat seat, Frame frame) {
        byte[] header = frame.header();
        byte[] payload = frame.payload();
        return flood(
                seat,
                peer -> {
                    peer.send(header, payload);
                    peer.drain();
                });
    }
}

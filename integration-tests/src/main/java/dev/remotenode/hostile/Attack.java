package dev.remotenode.hostile;

import dev.remotenode.lab.PeerSeat;
import java.time.Duration;
import java.util.function.Function;

/** What a hostile network can do to a daemon, with the key and without. */
public enum Attack {
    /** To compare with. */
    NONE("nobody attacks", "", strangers(0, 0, Strangers::doNothing)),
    CONNECTS("connects, and leaves at once", "connects", strangers(2, 2, Strangers::connect)),
    SILENCE("connects, and says nothing", "connects", strangers(300, 100, Strangers::sayNothing)),
    SLOW_RECORDS(
            "a handshake of one byte every 50 ms", "bytes", strangers(60, 0, Strangers::trickle)),
    NOISE("noise in place of a handshake", "connects", strangers(2, 5, Strangers::makeNoise)),
    ENDLESS_HANDSHAKE(
            "a message of a handshake that never ends",
            "records",
            strangers(8, 0, Strangers::neverEnd)),
    ANOTHER_KEY(
            "handshakes with another key", "handshakes", strangers(2, 5, Strangers::guessTheKey)),
    COSTLY_HANDSHAKE(
            "handshakes that are costly to answer",
            "handshakes",
            strangers(2, 5, Strangers::haveItCompute)),
    REPLAY(
            "an honest handshake, recorded and replayed",
            "handshakes",
            strangers(2, 5, Strangers::replay)),
    EARLY_DATA(
            "early data after a replayed handshake",
            "connects",
            strangers(2, 5, Strangers::sendEarlyData)),
    HALF_CLOSED(
            "half a handshake, closed on one side",
            "connects",
            strangers(2, 5, Strangers::closeOneSide)),
    DEAF_STRANGER(
            "handshakes whose answer nobody reads",
            "handshakes",
            strangers(100, 100, Strangers::readNothing)),
    RENEGOTIATION(
            "asks for new handshakes, reads nothing",
            "records",
            keyHolders(2, 0, KeyHolders::shakeHandsAgain)),
    SLOW_FRAMES(
            "messages of one byte every 50 ms", "bytes", keyHolders(60, 0, KeyHolders::trickle)),
    HELD_FRAMES(
            "messages of 20 MiB but for the end",
            "messages",
            keyHolders(10, 0, KeyHolders::holdTheEndBack)),
    BAD_SIZES("sizes that cannot be", "connects", keyHolders(2, 5, KeyHolders::claimBadSizes)),
    LARGE_MESSAGES(
            "messages of 20 MiB",
            "messages",
            keyHolders(3, 0, KeyHolders.sending(Documents::large))),
    BOMBS(
            "messages that inflate to 20 MiB",
            "messages",
            keyHolders(3, 0, KeyHolders.sending(Documents::bomb))),
    BROKEN_REFERENCES(
            "messages of twenty million broken references",
            "messages",
            keyHolders(3, 0, KeyHolders.sending(Documents::brokenReferences))),
    WIDE(
            "messages of five million elements",
            "messages",
            keyHolders(3, 0, KeyHolders.sending(Documents::wide))),
    DEEP(
            "messages that are nested as deep",
            "messages",
            keyHolders(3, 0, KeyHolders.sending(Documents::deep))),
    ENTITIES(
            "entities that would grow to gigabytes",
            "messages",
            keyHolders(2, 2, KeyHolders.sending(Documents::entities))),
    GARBAGE(
            "NULs and what is no UTF-8",
            "messages",
            keyHolders(2, 2, KeyHolders.sending(Documents::garbage))),
    REQUESTS(
            "requests as fast as they are read",
            "requests",
            keyHolders(2, 0, KeyHolders.sending(Documents::poke))),
    DEAF_PEER(
            "requests whose answers nobody reads",
            "requests",
            keyHolders(3, 0, KeyHolders::askAndNotRead));

    /** Who can do this. */
    public enum Who {
        STRANGER,
        HAS_THE_KEY
    }

    /** Who does it, and how often. */
    private record Party(
            Who who, int attackers, int pauseMillis, Function<PeerSeat, Assault.Act> act) {}

    private final String title;
    private final String unit;

    @SuppressWarnings("ImmutableEnumChecker") // the acts are methods without state
    private final Party party;

    Attack(String title, String unit, Party party) {
        this.title = title;
        this.unit = unit;
        this.party = party;
    }

    private static Party strangers(
            int attackers, int pauseMillis, Function<PeerSeat, Assault.Act> act) {
        return new Party(Who.STRANGER, attackers, pauseMillis, act);
    }

    private static Party keyHolders(
            int attackers, int pauseMillis, Function<PeerSeat, Assault.Act> act) {
        return new Party(Who.HAS_THE_KEY, attackers, pauseMillis, act);
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
        return party.who();
    }

    /** Begins it, from a seat. */
    public Assault begin(PeerSeat seat) {
        return Assault.begin(
                seat.threads(),
                party.attackers(),
                Duration.ofMillis(party.pauseMillis()),
                party.act().apply(seat));
    }
}

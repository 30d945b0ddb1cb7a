package dev.remotenode.lrmd.tls;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lrmd.tls.ClientIdentity.Versions;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsHandlerTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final PreSharedKey KEY = key(4096);

    @ParameterizedTest
    @EnumSource
    void agreesWithTheRightKey(Versions versions) {
        Side server = new Side(server(List.of(AcceptedKey.inForce(KEY))));
        Side client =
                new Side(TlsHandler.client(new ClientIdentity("lrmd", KEY, versions), TIMEOUT));
        Side.exchange(client, server);

        String expected = versions == Versions.ONLY_TLS_1_2 ? "TLS 1.2" : "TLS 1.3";
        assertEquals(List.of(expected), server.versions());
        assertEquals(List.of(expected), client.versions());

        client.channel.writeOutbound(text("question"));
        Side.exchange(client, server);
        assertEquals("question", server.received());
        server.channel.writeOutbound(text("answer"));
        Side.exchange(client, server);
        assertEquals("answer", client.received());
    }

    @Test
    void gathersWhatWaitsForPeerThatDoesNotRead() {
        Side server = new Side(server(List.of(AcceptedKey.inForce(KEY))));
        Side client = new Side(TlsHandler.client(ClientIdentity.of(KEY), TIMEOUT));
        Side.exchange(client, server);

        server.setTaking(false);
        int answers = 2_000;
        String answer = "answer".repeat(20);
        for (int i = 0; i < answers; i++) {
            server.channel.writeOutbound(text(answer));
        }
        int pieces = server.channel.outboundMessages().size();
        assertTrue(pieces > 1 && pieces < 10, pieces + " pieces");
        Side.exchange(client, server);
        assertTrue(client.received().length() < answers * answer.length());

        server.channel.writeOutbound(text(answer));
        server.setTaking(true);
        Side.exchange(client, server);
        server.channel.writeOutbound(text("at once"));
        assertEquals(1, server.channel.outboundMessages().size());
        Side.exchange(client, server);
        assertTrue(client.received().endsWith(answer + "at once"));
    }

    /** Promises hold even for what is still gathered at the end. */
    @Test
    void endsWithWhatWasGathered() {
        Side server = new Side(server(List.of(AcceptedKey.inForce(KEY))));
        Side client = new Side(TlsHandler.client(ClientIdentity.of(KEY), TIMEOUT));
        Side.exchange(client, server);

        server.setTaking(false);
        ChannelFuture last = server.channel.writeAndFlush(text("last words"));
        assertFalse(last.isDone());
        server.channel.close();
        assertTrue(last.isSuccess());
        Side.exchange(client, server);
        assertEquals("last words", client.received());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 4096, PreSharedKey.MAX_BYTES})
    void takesKeysOfAnyLength(int length) {
        PreSharedKey key = key(length);
        Side server = new Side(server(List.of(AcceptedKey.inForce(key))));
        Side client = new Side(TlsHandler.client(ClientIdentity.of(key), TIMEOUT));
        Side.exchange(client, server);
        assertEquals(1, server.versions().size());
    }

    @ParameterizedTest
    @EnumSource
    void refusesAnotherKey(Versions versions) {
        Side server = new Side(server(List.of(AcceptedKey.inForce(KEY))));
        Side client =
                new Side(TlsHandler.client(new ClientIdentity("lrmd", key(32), versions), TIMEOUT));
        Side.exchange(client, server);
        assertEquals(List.of("the peer's key differs from this node's"), server.failures);
        assertTrue(server.versions().isEmpty());
        assertFalse(server.channel.isOpen());
    }

    /** With the key that is in force, and with those that it has replaced, in any order. */
    @ParameterizedTest
    @CsvSource({
        "0, TLS_1_3_AND_1_2", "1, TLS_1_3_AND_1_2", "2, TLS_1_3_AND_1_2",
        "0, ONLY_TLS_1_2", "1, ONLY_TLS_1_2", "2, ONLY_TLS_1_2",
    })
    void agreesWithEachOfSeveralKeys(int which, Versions versions) {
        Instant end = Instant.parse("2101-02-03T04:05:06Z");
        List<PreSharedKey> keys = List.of(key(4096), key(32), key(64));
        Side server =
                new Side(
                        server(
                                List.of(
                                        AcceptedKey.inForce(keys.get(0)),
                                        new AcceptedKey(keys.get(1), Optional.of(end)),
                                        new AcceptedKey(keys.get(2), Optional.of(end)))));
        Side client =
                new Side(
                        TlsHandler.client(
                                new ClientIdentity("lrmd", keys.get(which), versions), TIMEOUT));
        // In small pieces: what was received is repeated, whatever its boundaries.
        Side.exchange(client, server, 11);

        assertEquals(List.of(), server.failures);
        assertEquals(
                List.of(
                        which == 0
                                ? "the pre-shared key"
                                : "the previous pre-shared key, accepted until " + end),
                server.peers());
        client.channel.writeOutbound(text("question"));
        Side.exchange(client, server);
        assertEquals("question", server.received());
        server.channel.writeOutbound(text("answer"));
        Side.exchange(client, server);
        assertEquals("answer", client.received());
    }

    @ParameterizedTest
    @EnumSource
    void refusesAKeyThatIsNoneOfSeveral(Versions versions) {
        Side server =
                new Side(
                        server(
                                List.of(
                                        AcceptedKey.inForce(KEY),
                                        new AcceptedKey(key(64), Optional.of(Instant.MAX)))));
        Side client =
                new Side(TlsHandler.client(new ClientIdentity("lrmd", key(32), versions), TIMEOUT));
        Side.exchange(client, server);
        assertEquals(List.of("the peer's key differs from this node's"), server.failures);
        assertTrue(server.versions().isEmpty());
        assertFalse(server.channel.isOpen());
        assertFalse(client.channel.isOpen());
    }

    @ParameterizedTest
    @EnumSource
    void refusesAnotherIdentity(Versions versions) {
        Side server = new Side(server(List.of(AcceptedKey.inForce(KEY))));
        Side client =
                new Side(TlsHandler.client(new ClientIdentity("root\n", KEY, versions), TIMEOUT));
        Side.exchange(client, server);
        assertEquals(List.of("the peer names the key 'root?' instead of 'lrmd'"), server.failures);
        assertFalse(server.channel.isOpen());
    }

    @Test
    void refusesEverybodyWithoutAKey() {
        Side server = new Side(server(List.of()));
        Side client = new Side(TlsHandler.client(ClientIdentity.of(KEY), TIMEOUT));
        Side.exchange(client, server);
        assertEquals(List.of("this node has no key file"), server.failures);
    }

    @Test
    void refusesPlainText() {
        Side server = new Side(server(List.of(AcceptedKey.inForce(KEY))));
        server.channel.writeInbound(text("GET / HTTP/1.1\r\n\r\n"));
        assertEquals(1, server.failures.size());
        assertTrue(
                server.failures.getFirst().contains("does not speak TLS"),
                server.failures.getFirst());
        assertFalse(server.channel.isOpen());
    }

    @Test
    void givesUpOnAPeerThatDoesNotFinish() {
        Side server = new Side(server(List.of(AcceptedKey.inForce(KEY))));
        server.channel.advanceTimeBy(TIMEOUT.toMillis() - 1, TimeUnit.MILLISECONDS);
        server.channel.runScheduledPendingTasks();
        assertTrue(server.channel.isOpen());
        server.channel.advanceTimeBy(1, TimeUnit.MILLISECONDS);
        server.channel.runScheduledPendingTasks();
        assertEquals(List.of("the peer did not finish it within 10 s"), server.failures);
        assertFalse(server.channel.isOpen());
    }

    /** The thread of the connections is free meanwhile, and nothing is read that it would keep. */
    @ParameterizedTest
    @EnumSource
    void shakesHandsElsewhere(Versions versions) {
        Deque<Runnable> elsewhere = new ArrayDeque<>();
        Side server = new Side(server(elsewhere::add));
        Side client =
                new Side(TlsHandler.client(new ClientIdentity("lrmd", KEY, versions), TIMEOUT));
        client.carryTo(server, Integer.MAX_VALUE);
        assertFalse(server.channel.config().isAutoRead());
        assertNull(server.channel.readOutbound());

        while (!elsewhere.isEmpty()) {
            elsewhere.remove().run();
            Side.exchange(client, server);
        }
        assertEquals(1, server.versions().size());
        assertTrue(server.channel.config().isAutoRead());
        client.channel.writeOutbound(text("question"));
        Side.exchange(client, server);
        assertEquals("question", server.received());
    }

    @Test
    void mayBeClosedWhileItShakesHands() {
        Deque<Runnable> elsewhere = new ArrayDeque<>();
        Side server = new Side(server(elsewhere::add));
        Side client = new Side(TlsHandler.client(ClientIdentity.of(KEY), TIMEOUT));
        client.carryTo(server, Integer.MAX_VALUE);

        server.channel.close();
        elsewhere.forEach(Runnable::run);

        assertNull(server.channel.readOutbound());
        assertEquals(List.of(), server.failures);
        assertEquals(List.of(), server.versions());
    }

    /** A C peer reads one record a call, and two writes would wait for an acknowledgement. */
    @Test
    void sendsARecordPerBufferAndAllOfThemInOneWrite() {
        Side server = new Side(server(List.of(AcceptedKey.inForce(KEY))));
        Side client = new Side(TlsHandler.client(ClientIdentity.of(KEY), TIMEOUT));
        Side.exchange(client, server);

        server.channel.write(text("x".repeat(40)));
        server.channel.write(text("y".repeat(100)));
        server.channel.flush();
        ByteBuf sent = server.channel.readOutbound();
        assertNull(server.channel.readOutbound());
        assertEquals(List.of(40, 100), payloadSizes(sent));
        sent.release();
    }

    @Test
    void worksWhateverTheBoundariesOfTheNetwork() {
        Side server = new Side(server(List.of(AcceptedKey.inForce(KEY))));
        Side client = new Side(TlsHandler.client(ClientIdentity.of(KEY), TIMEOUT));
        Side.exchange(client, server, 1);
        client.channel.writeOutbound(text("z".repeat(50_000)));
        Side.exchange(client, server, 7);
        assertEquals("z".repeat(50_000), server.received());
    }

    /** It goes through the engine in pieces, which nobody must notice. */
    @Test
    void carriesALargeMessageInFullRecords() {
        Side server = new Side(server(List.of(AcceptedKey.inForce(KEY))));
        Side client = new Side(TlsHandler.client(ClientIdentity.of(KEY), TIMEOUT));
        Side.exchange(client, server);
        String large = IntStream.range(0, 200_000).mapToObj(Integer::toString).collect(joining());

        server.channel.write(text("header"));
        server.channel.write(text(large));
        server.channel.flush();

        ByteBuf sent = Unpooled.buffer();
        for (ByteBuf part = server.channel.readOutbound();
                part != null;
                part = server.channel.readOutbound()) {
            sent.writeBytes(part);
            part.release();
        }
        List<Integer> sizes = new ArrayList<>(payloadSizes(sent));
        assertEquals("header".length(), sizes.removeFirst());
        assertEquals(large.length() % 16_384, sizes.removeLast());
        assertEquals(Set.of(16_384), Set.copyOf(sizes));
        client.channel.writeInbound(sent);
        assertEquals("header" + large, client.received());
    }

    /** Sizes of the application data in TLS 1.3 records with a 16-byte tag and a type byte. */
    private static List<Integer> payloadSizes(ByteBuf records) {
        List<Integer> sizes = new ArrayList<>();
        ByteBuf rest = records.duplicate();
        while (rest.isReadable()) {
            rest.skipBytes(3);
            int length = rest.readUnsignedShort();
            sizes.add(length - 17);
            rest.skipBytes(length);
        }
        return sizes;
    }

    private static TlsHandler server(List<AcceptedKey> keys) {
        return TlsHandler.server(new Authentication.SharedKey(() -> keys), TIMEOUT);
    }

    private static TlsHandler server(Executor handshakes) {
        return TlsHandler.server(
                new Authentication.SharedKey(() -> List.of(AcceptedKey.inForce(KEY))),
                TlsPolicy.NORMAL,
                TIMEOUT,
                handshakes);
    }

    private static ByteBuf text(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
    }

    private static PreSharedKey key(int length) {
        byte[] secret = new byte[length];
        new Random(length).nextBytes(secret);
        return new PreSharedKey(secret);
    }
}

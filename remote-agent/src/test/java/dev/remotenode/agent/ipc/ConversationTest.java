package dev.remotenode.agent.ipc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.compression.Bzip2Decoder;
import io.netty.handler.codec.compression.Bzip2Encoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What tools of both generations and the service say to each other. */
@Timeout(60)
final class ConversationTest {

    private static final int WANTS_RESPONSE = 0x200;

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void requestIsAnswered(Wire wire) throws Exception {
        try (ServerUnderTest server = new ServerUnderTest(folder);
                LibqbClient tool = server.connect()) {
            send(tool, wire, 7, WANTS_RESPONSE, "<question/>");
            RecordingService.Request request = server.service.requests.take();
            assertEquals(7, request.id());
            assertEquals(WANTS_RESPONSE, request.flags());
            assertEquals("<question/>", request.text());
            server.onLoop(() -> request.client().respond(7, bytes("<answer/>")));
            Wire.Message answer = wire.read(tool::receiveResponse);
            assertEquals(7, answer.id());
            assertEquals("<answer/>", answer.text());
        }
    }

    @ParameterizedTest
    @EnumSource
    void eventIsAnnounced(Wire wire) throws Exception {
        try (ServerUnderTest server = new ServerUnderTest(folder);
                LibqbClient tool = server.connect()) {
            IpcClient client = hello(server, tool, wire);
            server.onLoop(() -> client.event(bytes("<news/>")));
            Wire.Message event = wire.read(tool::receiveEvent);
            assertEquals(0x10000, event.flags());
            assertEquals("<news/>", event.text());
        }
    }

    /** Sizes around those where a message gets one part more, which may be an empty one. */
    @ParameterizedTest
    @CsvSource({"131030", "131031", "131032", "262062", "262063", "3000000"})
    void newToolsTakeAndSendLargeMessagesInParts(int size) throws Exception {
        String text = incompressible(size);
        try (ServerUnderTest server = new ServerUnderTest(folder);
                LibqbClient tool = server.connect()) {
            send(tool, Wire.NEW, 1, WANTS_RESPONSE, text);
            RecordingService.Request request = server.service.requests.take();
            assertEquals(text, request.text());
            assertEquals(WANTS_RESPONSE, request.flags(), "parts are no business of the service");
            server.onLoop(() -> request.client().respond(1, bytes(text)));
            assertEquals(text, Wire.NEW.read(tool::receiveResponse).text());
            server.onLoop(() -> request.client().event(bytes(text)));
            assertEquals(text, Wire.NEW.read(tool::receiveEvent).text());
        }
    }

    /** One more, and a tool spins; one less, and it does not see the event. */
    @ParameterizedTest
    @EnumSource
    void eachChunkOfAnEventIsAnnouncedOnceAndResponsesAreNot(Wire wire) throws Exception {
        try (ServerUnderTest server = new ServerUnderTest(folder);
                LibqbClient tool = server.connect()) {
            send(tool, wire, 1, WANTS_RESPONSE, "<question/>");
            IpcClient client = server.service.requests.take().client();
            String news = incompressible(300_000);
            server.onLoop(() -> {
                client.event(bytes("<small/>"));
                client.respond(1, bytes("<answer/>"));
                client.event(bytes(wire == Wire.NEW ? news : "<other/>"));
            });
            assertEquals("<answer/>", wire.read(tool::receiveResponse).text());
            assertEquals("<small/>", wire.read(tool::receiveEvent).text());
            assertEquals(
                    wire == Wire.NEW ? news : "<other/>", wire.read(tool::receiveEvent).text());
            server.onLoop(() -> client.disconnect("enough"));
            assertEquals(0, tool.awaitEnd(), "announcements of nothing");
        }
    }

    @Test
    void eachAnnouncementIsForOneRequest() throws Exception {
        try (ServerUnderTest server = new ServerUnderTest(folder);
                LibqbClient tool = server.connect()) {
            tool.requests.write(Wire.OLD.write(1, 0, "<one/>").getFirst());
            tool.requests.write(Wire.OLD.write(2, 0, "<two/>").getFirst());
            tool.announce();
            assertEquals(1, server.service.requests.take().id());
            assertEquals(1, tool.requests.posted(), "the other is still there");
            tool.announce();
            assertEquals(2, server.service.requests.take().id());
        }
    }

    /** As older tools do with a larger buffer that the administrator has set. */
    @Test
    void agreedSizeIsUsedWithoutCompression() throws Exception {
        String text = incompressible(900_000);
        try (ServerUnderTest server = new ServerUnderTest(folder);
                LibqbClient tool =
                        LibqbClient.connect(server.socket(IpcEndpoint.CIB_RW), 1_000_000)) {
            send(tool, Wire.OLD, 1, WANTS_RESPONSE, text);
            RecordingService.Request request = server.service.requests.take();
            assertEquals(text, request.text());
            server.onLoop(() -> request.client().respond(1, bytes(text)));
            assertEquals(text, Wire.OLD.read(tool::receiveResponse).text());
        }
    }

    /** Its tool would wait in vain otherwise. */
    @Test
    void messageThatIsTooLargeEvenCompressedEndsTheConnection() throws Exception {
        try (ServerUnderTest server = new ServerUnderTest(folder);
                LibqbClient tool = server.connect()) {
            IpcClient client = hello(server, tool, Wire.OLD);
            server.onLoop(() -> client.event(bytes(incompressible(300_000))));
            tool.awaitEnd();
            assertEquals(client, server.service.closed.take());
        }
    }

    /** A part may not be full and the only one: an empty one follows. */
    @Test
    void messageOfExactlyAPartHasAnEmptyPartMore() throws Exception {
        try (ServerUnderTest server = new ServerUnderTest(folder);
                LibqbClient tool = server.connect()) {
            IpcClient client = hello(server, tool, Wire.NEW);
            server.onLoop(() -> client.event(Unpooled.wrappedBuffer(new byte[Wire.PART])));
            byte[] full = tool.receiveEvent();
            assertEquals(131072, full.length);
            assertEquals(0x90000, Wire.fields(full).getInt(28));
            byte[] rest = tool.receiveEvent();
            assertEquals(41, rest.length);
            assertEquals(0x190000, Wire.fields(rest).getInt(28));
        }
    }

    @Test
    void responseIsNotHeldUpByEventsThatNobodyReads() throws Exception {
        try (ServerUnderTest server = new ServerUnderTest(folder);
                LibqbClient tool = server.connect()) {
            IpcClient client = hello(server, tool, Wire.NEW);
            server.onLoop(() -> client.event(bytes(incompressible(300_000))));
            send(tool, Wire.NEW, 2, WANTS_RESPONSE, "<question/>");
            server.service.requests.take();
            server.onLoop(() -> client.respond(2, bytes("<answer/>")));
            assertEquals("<answer/>", Wire.NEW.read(tool::receiveResponse).text());
            assertEquals(300_000, Wire.NEW.read(tool::receiveEvent).text().length());
        }
    }

    @Test
    void oldToolsGetWhatIsTooLargeInCompressedForm() throws Exception {
        String text = "<cib>" + "<node/>".repeat(100_000) + "</cib>";
        try (ServerUnderTest server = new ServerUnderTest(folder);
                LibqbClient tool = server.connect()) {
            IpcClient client = hello(server, tool, Wire.OLD);
            server.onLoop(() -> {
                client.event(bytes(text));
                client.event(bytes("<small/>"));
                client.event(bytes(text));
                client.event(bytes(text));
                client.event(bytes("<last/>"));
            });
            byte[] chunk = tool.receiveEvent();
            assertEquals(text.length() + 1, Wire.fields(chunk).getInt(24));
            assertEquals(chunk.length - 40, Wire.fields(chunk).getInt(28));
            assertEquals(0x10001, Wire.fields(chunk).getInt(32));
            assertEquals(text + "\0", inflate(text(chunk)));
            assertEquals("<small/>", Wire.OLD.read(tool::receiveEvent).text(), "in order");
            assertArrayEquals(text(chunk), text(tool.receiveEvent()));
            assertArrayEquals(text(chunk), text(tool.receiveEvent()));
            assertEquals("<last/>", Wire.OLD.read(tool::receiveEvent).text(), "in order");
        }
    }

    private static byte[] text(byte[] chunk) {
        return Arrays.copyOfRange(chunk, 40, chunk.length);
    }

    /** What it is compressed for has gone by then. */
    @Test
    void toolMayHangUpWhileItsMessageIsCompressed() throws Exception {
        try (ServerUnderTest server = new ServerUnderTest(folder);
                LibqbClient other = server.connect()) {
            LibqbClient tool = server.connect();
            IpcClient client = hello(server, tool, Wire.OLD);
            IpcClient otherClient = hello(server, other, Wire.OLD);
            String text = "<node/>".repeat(100_000);
            server.onLoop(() -> {
                client.event(bytes(text));
                otherClient.event(bytes(text));
                client.disconnect("it is no longer wanted");
            });
            assertEquals(client, server.service.closed.take());
            assertEquals(text.length() + 1, Wire.fields(other.receiveEvent()).getInt(24));
            tool.close();
        }
    }

    @Test
    void oldToolsMaySendCompressedRequests() throws Exception {
        String text = "<cib>" + "<node/>".repeat(100_000) + "</cib>";
        byte[] packed = deflate(text + "\0");
        try (ServerUnderTest server = new ServerUnderTest(folder);
                LibqbClient tool = server.connect()) {
            tool.send(Wire.oldChunk(1, 0x201, text.length() + 1, packed.length, packed));
            send(tool, Wire.OLD, 2, 0, "<next/>");
            RecordingService.Request request = server.service.requests.take();
            assertEquals(text, request.text());
            assertEquals(WANTS_RESPONSE, request.flags());
            assertEquals("<next/>", server.service.requests.take().text(), "in order");
        }
    }

    /** Chunks of all sizes, so that many of them go round the end of the ring. */
    @ParameterizedTest
    @EnumSource
    void ringsGoRound(Wire wire) throws Exception {
        Random random = new Random(3);
        try (ServerUnderTest server = new ServerUnderTest(folder);
                LibqbClient tool = server.connect()) {
            for (int id = 1; id <= 200; id++) {
                int messageId = id;
                String text = incompressible(1 + random.nextInt(20_000));
                send(tool, wire, id, WANTS_RESPONSE, text);
                RecordingService.Request request = server.service.requests.take();
                assertEquals(text, request.text());
                server.onLoop(() -> request.client().respond(messageId, bytes(text)));
                assertEquals(text, wire.read(tool::receiveResponse).text());
            }
        }
    }

    @Test
    void requestsWaitWhileTheServiceTakesNone() throws Exception {
        try (ServerUnderTest server = new ServerUnderTest(folder);
                LibqbClient tool = server.connect()) {
            IpcClient client = hello(server, tool, Wire.OLD);
            server.onLoop(() -> client.takeRequests(false));
            byte[] chunk = Wire.OLD.write(2, 0, incompressible(60_000)).getFirst();
            assertTrue(tool.offer(chunk));
            assertTrue(tool.offer(chunk));
            assertFalse(tool.offer(chunk), "the ring is full");
            assertNull(server.service.requests.poll());
            server.onLoop(() -> client.takeRequests(true));
            server.service.requests.take();
            server.service.requests.take();
            assertTrue(tool.offer(chunk));
            server.service.requests.take();
        }
    }

    @Test
    void answerThatNobodyWaitsForIsDropped() throws Exception {
        try (ServerUnderTest server = new ServerUnderTest(folder);
                LibqbClient tool = server.connect()) {
            IpcClient client = hello(server, tool, Wire.OLD);
            server.onLoop(() -> client.respond(1, bytes("<nobody-asked/>")));
            send(tool, Wire.OLD, 2, WANTS_RESPONSE, "<question/>");
            server.service.requests.take();
            server.onLoop(() -> client.respond(2, bytes("<answer/>")));
            server.onLoop(() -> client.respond(2, bytes("<answer-again/>")));
            assertEquals("<answer/>", Wire.OLD.read(tool::receiveResponse).text());
            assertEquals(0, tool.responses.posted());
        }
    }

    @Test
    void toolThatHangsUpIsReportedOnce() throws Exception {
        try (ServerUnderTest server = new ServerUnderTest(folder)) {
            LibqbClient tool = server.connect();
            IpcClient client = hello(server, tool, Wire.OLD);
            tool.close();
            assertEquals(client, server.service.closed.take());
            server.onLoop(() -> client.disconnect("too late"));
            server.onLoop(() -> client.event(bytes("<too-late/>")));
            server.onLoop(() -> {});
            assertNull(server.service.closed.poll());
        }
    }

    @Test
    void toolThatHangsUpWhileItHasToWaitIsNoticed() throws Exception {
        try (ServerUnderTest server = new ServerUnderTest(folder)) {
            LibqbClient tool = server.connect();
            IpcClient client = hello(server, tool, Wire.OLD);
            server.onLoop(() -> client.takeRequests(false));
            tool.send(Wire.OLD.write(2, 0, "<waits/>").getFirst());
            tool.close();
            assertEquals(client, server.service.closed.take());
        }
    }

    @Test
    void toolThatIsDisconnectedIsWoken() throws Exception {
        try (ServerUnderTest server = new ServerUnderTest(folder);
                LibqbClient tool = server.connect()) {
            IpcClient client = hello(server, tool, Wire.OLD);
            server.onLoop(() -> client.disconnect("the cluster is gone"));
            assertEquals(client, server.service.closed.take());
            tool.awaitEnd();
            assertEquals(1, tool.responses.posted(), "a tool that waits for an answer wakes up");
            assertEquals(0, tool.requests.references(), "and finds the ring given up");
        }
    }

    @Test
    void endOfTheServerLeavesNothing() throws Exception {
        ServerUnderTest server = new ServerUnderTest(folder);
        try (LibqbClient silent = server.connect();
                LibqbClient tool = server.connect()) {
            hello(server, tool, Wire.NEW);
            server.close();
            tool.awaitEnd();
            silent.awaitEnd();
        }
        assertEquals(2, server.service.closed.size());
        assertEquals(List.of(), server.ringFolders());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(server.sharedMemory()), files.toList());
        }
    }

    private static IpcClient hello(ServerUnderTest server, LibqbClient tool, Wire wire)
            throws Exception {
        send(tool, wire, 1, 0, "<hello/>");
        return server.service.requests.take().client();
    }

    private static void send(LibqbClient tool, Wire wire, int id, int flags, String text)
            throws Exception {
        for (byte[] chunk : wire.write(id, flags, text)) {
            tool.send(chunk);
        }
    }

    private static String incompressible(int size) {
        return new Random(size)
                .ints(size, '!', '~')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String inflate(byte[] packed) throws Exception {
        return new String(
                through(new EmbeddedChannel(new Bzip2Decoder()), packed, true),
                StandardCharsets.UTF_8);
    }

    private static byte[] deflate(String text) throws Exception {
        return through(
                new EmbeddedChannel(new Bzip2Encoder()),
                text.getBytes(StandardCharsets.UTF_8),
                false);
    }

    private static byte[] through(EmbeddedChannel codec, byte[] bytes, boolean inbound)
            throws Exception {
        ByteBuf in = Unpooled.wrappedBuffer(bytes);
        if (inbound) {
            codec.writeInbound(in);
        } else {
            codec.writeOutbound(in);
        }
        codec.finish();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuf out;
        while ((out = inbound ? codec.readInbound() : codec.readOutbound()) != null) {
            out.readBytes(all, out.readableBytes());
            out.release();
        }
        return all.toByteArray();
    }
}

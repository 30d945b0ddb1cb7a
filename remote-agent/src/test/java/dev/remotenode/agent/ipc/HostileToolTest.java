package dev.remotenode.agent.ipc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.agent.ipc.ring.TestRing;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a tool does to its own connection, that one ends, and the others are served. */
@Timeout(60)
final class HostileToolTest {

    private static final byte[] GOOD = Wire.OLD.write(1, 0x200, "<question/>").getFirst();

    @TempDir Path folder;

    /** What a tool may do after it has connected. */
    @FunctionalInterface
    interface Attack {
        void run(LibqbClient tool) throws Exception;
    }

    /** Takes memory away. */
    @FunctionalInterface
    interface Cutting {
        void run() throws IOException;
    }

    static Stream<Arguments> attacks() {
        return Stream.of(
                attack("announces what is not there", LibqbClient::announce),
                attack(
                        "writes to the stream",
                        tool -> {
                            for (int count = 0; count < 100; count++) {
                                tool.announce();
                            }
                        }),
                attack(
                        "announces before it has written",
                        tool -> {
                            tool.requests.writeChunk(0, GOOD, GOOD.length, TestRing.BEING_WRITTEN);
                            tool.announce();
                        }),
                attack("has a negative length", tool -> raw(tool, GOOD, -1)),
                attack("has a length beyond the ring", tool -> raw(tool, GOOD, 1 << 30)),
                attack("has a length beyond what was agreed", tool -> raw(tool, GOOD, 131073)),
                attack("has no header", tool -> tool.send(new byte[39])),
                attack("has nothing", tool -> tool.send(new byte[0])),
                attack(
                        "has another size in its header",
                        tool -> {
                            byte[] chunk = GOOD.clone();
                            chunk[8]++;
                            tool.send(chunk);
                        }),
                attack(
                        "has an unknown version",
                        tool -> {
                            byte[] chunk = GOOD.clone();
                            chunk[36] = 2;
                            tool.send(chunk);
                        }),
                attack(
                        "has a text size of its own",
                        tool -> {
                            byte[] chunk = GOOD.clone();
                            chunk[24]++;
                            tool.send(chunk);
                        }),
                attack(
                        "has no terminating zero",
                        tool -> {
                            byte[] chunk = GOOD.clone();
                            chunk[chunk.length - 1] = 'x';
                            tool.send(chunk);
                        }),
                attack(
                        "says it is huge when unpacked",
                        tool -> tool.send(Wire.oldChunk(1, 1, Integer.MAX_VALUE, 4, new byte[4]))),
                attack(
                        "says it is of negative size when unpacked",
                        tool -> tool.send(Wire.oldChunk(1, 1, -5, 4, new byte[4]))),
                attack(
                        "cannot be unpacked",
                        tool -> tool.send(Wire.oldChunk(1, 1, 100, 4, new byte[4]))),
                attack(
                        "begins with a later part",
                        tool ->
                                tool.send(
                                        Wire.newChunk(
                                                1, 0x80000, 1, Wire.terminated(new byte[5])))),
                attack(
                        "mixes two messages",
                        tool -> {
                            tool.send(Wire.newChunk(1, 0x80000, 0, Wire.terminated(new byte[5])));
                            tool.send(Wire.newChunk(2, 0x180000, 1, Wire.terminated(new byte[5])));
                        }),
                attack(
                        "interrupts a message with another",
                        tool -> {
                            tool.send(Wire.newChunk(1, 0x80000, 0, Wire.terminated(new byte[5])));
                            tool.send(Wire.newChunk(1, 0, 0, Wire.terminated(new byte[5])));
                        }),
                attack(
                        "goes on as if its message were none in parts",
                        tool -> {
                            tool.send(Wire.newChunk(1, 0x80000, 0, Wire.terminated(new byte[5])));
                            tool.send(Wire.newChunk(1, 0, 1, Wire.terminated(new byte[5])));
                        }),
                attack(
                        "changes its dialect",
                        tool -> {
                            tool.send(GOOD);
                            tool.send(Wire.NEW.write(2, 0, "<question/>").getFirst());
                        }),
                attack(
                        "never ends its message",
                        tool -> {
                            byte[] text = Wire.terminated(new byte[Wire.PART]);
                            for (int part = 0; part <= (4 << 20) / Wire.PART; part++) {
                                tool.send(Wire.newChunk(1, 0x80000, part, text));
                            }
                        }),
                attack(
                        "asks and asks",
                        tool -> {
                            for (int id = 0; id <= 1000; id++) {
                                tool.send(Wire.OLD.write(id, 0x200, "<question/>").getFirst());
                            }
                        }),
                attack(
                        "cuts off the header of its requests",
                        tool -> cut(tool, tool.requests::cutHeader)),
                attack("cuts off its requests", tool -> cut(tool, tool.requests::cutData)));
    }

    private static Arguments attack(String name, Attack attack) {
        return Arguments.of(name, attack);
    }

    private static void raw(LibqbClient tool, byte[] chunk, int length) throws Exception {
        tool.requests.writeChunk(0, chunk, length, TestRing.VALID);
        tool.announce();
    }

    private static void cut(LibqbClient tool, Cutting cutting) throws Exception {
        tool.requests.write(GOOD);
        cutting.run();
        tool.announce();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void connectionEndsAndOthersAreServed(String name, Attack attack) throws Exception {
        try (ServerUnderTest server = new ServerUnderTest(folder);
                LibqbClient other = server.connect();
                LibqbClient tool = server.connect()) {
            try {
                attack.run(tool);
            } catch (IOException e) {
                // It was cut off before it was through.
            }
            tool.awaitEnd();
            server.service.closed.take();
            assertTrue(server.service.closed.isEmpty(), name);
            server.service.requests.clear();
            converse(server, other);
        }
    }

    private static void converse(ServerUnderTest server, LibqbClient tool) throws Exception {
        tool.send(GOOD);
        RecordingService.Request request = server.service.requests.take();
        server.onLoop(() -> request.client().respond(1, Unpooled.copiedBuffer("<answer/>", UTF_8)));
        assertEquals("<answer/>", Wire.OLD.read(tool::receiveResponse).text());
    }

    /**
     * Also when all code involved has been compiled: then the JVM reports a fault only later, which
     * must not be in somebody else's work.
     */
    @Test
    void compiledCodeSurvivesMemoryThatIsCutOff() throws Exception {
        try (ServerUnderTest server = new ServerUnderTest(folder);
                LibqbClient other = server.connect()) {
            for (int count = 0; count < 20_000; count++) {
                converse(server, other);
            }
            for (Cut cut : Cut.values()) {
                try (LibqbClient tool = server.connect()) {
                    converse(server, tool);
                    tool.send(GOOD);
                    IpcClient client = server.service.requests.take().client();
                    cut.apply(tool);
                    ByteBuf news = Unpooled.copiedBuffer("<news/>", UTF_8);
                    server.onLoop(() -> client.respond(1, news));
                    server.onLoop(() -> client.event(news));
                    announceIfConnected(tool);
                    tool.awaitEnd();
                    converse(server, other);
                }
            }
        }
    }

    /** Has the server look for a request, if it has not given the tool up by then. */
    private static void announceIfConnected(LibqbClient tool) {
        try {
            tool.announce();
        } catch (IOException e) {
            // It has.
        }
    }

    /** The files that a tool can cut off. */
    private enum Cut {
        REQUEST_HEADER,
        REQUEST_DATA,
        RESPONSE_HEADER,
        RESPONSE_DATA,
        EVENT_HEADER,
        EVENT_DATA;

        void apply(LibqbClient tool) throws IOException {
            switch (this) {
                case REQUEST_HEADER -> tool.requests.cutHeader();
                case REQUEST_DATA -> tool.requests.cutData();
                case RESPONSE_HEADER -> tool.responses.cutHeader();
                case RESPONSE_DATA -> tool.responses.cutData();
                case EVENT_HEADER -> tool.events.cutHeader();
                case EVENT_DATA -> tool.events.cutData();
            }
        }
    }

    @Test
    void toolThatDoesNotReadIsCutOff() throws Exception {
        try (ServerUnderTest server = new ServerUnderTest(folder);
                LibqbClient other = server.connect();
                LibqbClient tool = server.connect()) {
            tool.send(GOOD);
            IpcClient client = server.service.requests.take().client();
            ByteBuf news = Unpooled.wrappedBuffer(new byte[100_000]);
            for (int sent = 0;
                    sent < ServerUnderTest.SMALL_LIMITS.backlogBytes() / 100_000 + 3;
                    sent++) {
                server.onLoop(() -> client.event(news));
            }
            tool.awaitEnd();
            assertEquals(client, server.service.closed.take());
            converse(server, other);
        }
    }

    @Test
    void toolsThatDoNotReadTogetherCostTheOneWithTheMost() throws Exception {
        try (ServerUnderTest server = new ServerUnderTest(folder);
                LibqbClient one = server.connect();
                LibqbClient two = server.connect();
                LibqbClient three = server.connect()) {
            List<LibqbClient> tools = List.of(one, two, three);
            for (LibqbClient tool : tools) {
                tool.send(Wire.NEW.write(1, 0x200, "<question/>").getFirst());
                IpcClient client = server.service.requests.take().client();
                int size = tool == two ? 4_000_000 : 3_500_000;
                server.onLoop(() -> client.event(Unpooled.wrappedBuffer(new byte[size])));
            }
            two.awaitEnd();
            assertTrue(server.service.closed.take() != null && server.service.closed.isEmpty());
        }
    }

    /** Each of them stays below what one tool may have. */
    @Test
    void toolsThatDoNotFinishTheirRequestsCostTheOneWithTheMost() throws Exception {
        byte[] text = Wire.terminated(new byte[Wire.PART]);
        try (ServerUnderTest server = new ServerUnderTest(folder);
                LibqbClient one = server.connect();
                LibqbClient two = server.connect();
                LibqbClient three = server.connect()) {
            int parts = ServerUnderTest.SMALL_LIMITS.totalBytes() / 3 / Wire.PART;
            for (LibqbClient tool : List.of(one, two, three)) {
                for (int part = 0; part < parts; part++) {
                    tool.send(Wire.newChunk(1, 0x80000, part, text));
                }
            }
            for (int part = parts; part < parts + 3; part++) {
                two.send(Wire.newChunk(1, 0x80000, part, text));
            }
            two.awaitEnd();
            server.service.closed.take();
            for (LibqbClient tool : List.of(one, three)) {
                tool.send(Wire.newChunk(1, 0x180000, parts, new byte[1]));
                assertEquals(parts * Wire.PART, server.service.requests.take().text().length());
            }
            assertTrue(server.service.closed.isEmpty());
        }
    }

    @Test
    void toolThatReadsAgainGetsWhatItMissed() throws Exception {
        try (ServerUnderTest server = new ServerUnderTest(folder);
                LibqbClient tool = server.connect()) {
            tool.send(GOOD);
            IpcClient client = server.service.requests.take().client();
            for (int number = 0; number < 10_000; number++) {
                ByteBuf news =
                        Unpooled.copiedBuffer("<news number=\"%d\"/>".formatted(number), UTF_8);
                server.onLoop(() -> client.event(news));
            }
            for (int number = 0; number < 10_000; number++) {
                assertEquals(
                        "<news number=\"%d\"/>".formatted(number),
                        Wire.OLD.read(tool::receiveEvent).text());
            }
        }
    }

    @Test
    void readPositionOutsideOfTheRingEndsTheConnection() throws Exception {
        try (ServerUnderTest server = new ServerUnderTest(folder);
                LibqbClient tool = server.connect()) {
            tool.send(GOOD);
            IpcClient client = server.service.requests.take().client();
            tool.responses.setReadIndex(tool.responses.words());
            server.onLoop(() -> client.respond(1, Unpooled.wrappedBuffer(new byte[10])));
            tool.awaitEnd();
        }
    }
}

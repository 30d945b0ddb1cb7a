package dev.remotenode.agent.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.agent.journal.NodeJournal;
import dev.remotenode.agent.session.Sessions;
import dev.remotenode.control.message.DrainRequest;
import dev.remotenode.control.message.Failure;
import dev.remotenode.control.message.LogLevelRequest;
import dev.remotenode.control.message.RecordsRequest;
import dev.remotenode.control.message.Request;
import dev.remotenode.control.message.Response;
import dev.remotenode.control.message.StatusRequest;
import dev.remotenode.ocf.schedule.EventLoop;
import io.netty.channel.IoEventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Programs of operators and a daemon without a network, over a real socket. */
@Timeout(60)
class ControlSocketTest {

    private static final String NO_GROUP = "no-such-group";

    @TempDir private Path folder;

    private final MultiThreadIoEventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
    private final IoEventLoop loop = loops.next();
    private final RecordingControls controls = new RecordingControls();
    private NodeJournal journal;
    private ControlSocket socket;

    @BeforeEach
    void open() throws IOException {
        EventLoop eventLoop = new LoopOfTest(loop);
        journal = new NodeJournal(folder.resolve("journal"), eventLoop, loop, new Sessions());
        socket = ControlSocket.open(loop, path(), NO_GROUP, requests(eventLoop));
    }

    @AfterEach
    void close() throws Exception {
        onLoop(() -> {
            socket.close();
            return true;
        });
        loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).sync();
        assertFalse(Files.exists(path()), "the socket is left behind");
    }

    private OperatorRequests requests(EventLoop eventLoop) {
        return new OperatorRequests(
                TestNode.view(controls), controls, Optional.of(journal), eventLoop);
    }

    private Path path() {
        return folder.resolve("run").resolve("control");
    }

    @Test
    void tellsHowTheNodeIs() throws IOException {
        Response answer = ask(Request.newBuilder().setStatus(StatusRequest.getDefaultInstance()));
        assertTrue(answer.getLast());
        assertEquals("guest1", answer.getStatus().getHost());
        assertEquals(
                "Waiting for the cluster on port 3121",
                answer.getStatus().getLifecycle().getText());
        assertEquals(0, answer.getStatus().getConnectionsCount());
    }

    @Test
    void answersOneQuestionAfterTheOther() throws IOException {
        try (ControlConnection connection = ControlConnection.open(path())) {
            for (int count = 0; count < 100; count++) {
                List<Response> answers = new ArrayList<>();
                connection.ask(
                        Request.newBuilder().setStatus(StatusRequest.getDefaultInstance()),
                        answers::add);
                assertEquals(1, answers.size());
            }
        }
    }

    @Test
    void showsTheJournalInParts() throws Exception {
        onLoop(() -> {
            for (int count = 0; count < 450; count++) {
                journal.started("test " + count);
            }
            return true;
        });
        List<Response> answers = new ArrayList<>();
        try (ControlConnection connection = ControlConnection.open(path())) {
            connection.ask(
                    Request.newBuilder().setRecords(RecordsRequest.getDefaultInstance()),
                    answers::add);
        }

        assertEquals(3, answers.size());
        assertEquals(List.of(false, false, true), answers.stream().map(Response::getLast).toList());
        assertEquals(450, answers.stream().mapToInt(a -> a.getRecords().getRecordsCount()).sum());
        assertEquals(
                "test 0",
                answers.getFirst().getRecords().getRecords(0).getDaemonStart().getVersion());
    }

    @Test
    void doesWhatItIsTold() throws IOException {
        assertEquals(
                "debug",
                ask(Request.newBuilder()
                                .setLogLevel(LogLevelRequest.newBuilder().setLevel("debug")))
                        .getDone()
                        .getMessage());
        ask(Request.newBuilder().setDrain(DrainRequest.newBuilder().setDeadlineMs(5000)));
        assertEquals(List.of(Optional.of(Duration.ofSeconds(5))), controls.drains());
    }

    @Test
    void saysWhatItDoesNotKnow() throws IOException {
        assertEquals(
                Failure.Kind.UNKNOWN_COMMAND, ask(Request.newBuilder()).getFailure().getKind());
        // A command of the future, with a number that has no meaning yet.
        assertEquals(
                Failure.Kind.UNKNOWN_COMMAND,
                exchange(new byte[] {0x08, 0x63, (byte) 0xFA, 0x06, 0x00}).getFailure().getKind());
        assertEquals(1, ask(Request.newBuilder()).getFailure().getVersion());
        assertEquals(
                Failure.Kind.INVALID,
                ask(Request.newBuilder().setLogLevel(LogLevelRequest.newBuilder().setLevel("loud")))
                        .getFailure()
                        .getKind());
        assertEquals(
                Failure.Kind.INVALID, exchange(new byte[] {-1, -1, -1}).getFailure().getKind());
    }

    @Test
    void othersMayOnlyLook() {
        List<Response> answers = new ArrayList<>();
        OperatorRequests requests = requests(new LoopOfTest(loop));
        requests.serve(
                Operator.OBSERVER,
                Request.newBuilder().setDrain(DrainRequest.getDefaultInstance()).build(),
                answers::add);
        requests.serve(
                Operator.OBSERVER,
                Request.newBuilder().setStatus(StatusRequest.getDefaultInstance()).build(),
                answers::add);

        assertEquals(Failure.Kind.FORBIDDEN, answers.getFirst().getFailure().getKind());
        assertTrue(answers.getLast().hasStatus());
        assertEquals(List.of(), controls.drains());
        assertEquals(Operator.ROOT, Operator.of(0, 0));
        assertEquals(Operator.OBSERVER, Operator.of(1000, 0));
    }

    @Test
    void isForRootAloneWithoutTheGroup() throws IOException {
        assertEquals(
                PosixFilePermissions.fromString("rw-------"),
                Files.getPosixFilePermissions(path()));
    }

    @Test
    void takesThePlaceOfASocketThatWasLeftBehind() throws IOException {
        Path left = folder.resolve("left");
        try (var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(left));
        }
        assertTrue(Files.exists(left));
        ControlSocket second =
                ControlSocket.open(loop, left, NO_GROUP, requests(new LoopOfTest(loop)));
        try (ControlConnection connection = ControlConnection.open(left)) {
            connection.ask(
                    Request.newBuilder().setStatus(StatusRequest.getDefaultInstance()),
                    answer -> assertTrue(answer.hasStatus()));
        }
        second.close();
    }

    @Test
    void leavesTheSocketOfALivingDaemonAlone() {
        IOException refusal =
                assertThrows(
                        IOException.class,
                        () ->
                                ControlSocket.open(
                                        loop, path(), NO_GROUP, requests(new LoopOfTest(loop))));
        assertEquals("another daemon serves it", refusal.getMessage());
        assertTrue(Files.exists(path()));
    }

    @Test
    void whoSendsTooMuchIsCutOffAndNobodyElseNotices() throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(path()));
            channel.write(ByteBuffer.allocate(4).putInt(100 << 20).flip());
            assertEquals(-1, channel.read(ByteBuffer.allocate(1)));
        }
        assertEquals(
                "guest1",
                ask(Request.newBuilder().setStatus(StatusRequest.getDefaultInstance()))
                        .getStatus()
                        .getHost());
    }

    @Test
    void garbageIsAnsweredAndNobodyElseNotices() throws IOException {
        assertEquals(
                Failure.Kind.INVALID,
                exchange(new byte[] {-1, -1, -1, -1, 0, 7}).getFailure().getKind());
        assertServed();
    }

    @Test
    void aNegativeLengthEndsTheConnection() throws IOException {
        try (SocketChannel channel = connected()) {
            channel.write(ByteBuffer.allocate(4).putInt(-1).flip());
            assertEquals(-1, channel.read(ByteBuffer.allocate(1)));
        }
        assertServed();
    }

    /** Questions wait in the socket until the answers are taken; the daemon keeps none of them. */
    @Test
    void whoDoesNotReadHoldsUpNobodyElse() throws IOException {
        byte[] question =
                Request.newBuilder()
                        .setStatus(StatusRequest.getDefaultInstance())
                        .build()
                        .toByteArray();
        try (SocketChannel channel = connected()) {
            channel.configureBlocking(false);
            ByteBuffer framed =
                    ByteBuffer.allocate(4 + question.length)
                            .putInt(question.length)
                            .put(question)
                            .flip();
            while (channel.write(framed) > 0) {
                framed.rewind();
            }
            assertServed();
        }
    }

    @Test
    void whoHoldsManyConnectionsIsRefusedMore() throws IOException {
        List<SocketChannel> held = new ArrayList<>();
        try {
            for (int i = 0; i < 32; i++) {
                held.add(connected());
            }
            try (SocketChannel refused = connected()) {
                assertEquals(-1, refused.read(ByteBuffer.allocate(1)));
            }
        } finally {
            for (SocketChannel channel : held) {
                channel.close();
            }
        }
    }

    /** What it leads to belongs to somebody else. */
    @Test
    void takesThePlaceOfALinkAndLeavesItsTargetAlone() throws Exception {
        Path target = Files.writeString(folder.resolve("target"), "as it was");
        Path elsewhere = folder.resolve("elsewhere");
        Files.createSymbolicLink(elsewhere, target);

        ControlSocket other =
                ControlSocket.open(loop, elsewhere, NO_GROUP, requests(new LoopOfTest(loop)));

        assertEquals("as it was", Files.readString(target));
        assertFalse(Files.isSymbolicLink(elsewhere));
        onLoop(() -> {
            other.close();
            return true;
        });
    }

    private void assertServed() throws IOException {
        assertEquals(
                "guest1",
                ask(Request.newBuilder().setStatus(StatusRequest.getDefaultInstance()))
                        .getStatus()
                        .getHost());
    }

    private SocketChannel connected() throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(path()));
        return channel;
    }

    private Response ask(Request.Builder command) throws IOException {
        List<Response> answers = new ArrayList<>();
        try (ControlConnection connection = ControlConnection.open(path())) {
            connection.ask(command, answers::add);
        }
        assertEquals(1, answers.size());
        return answers.getFirst();
    }

    private Response exchange(byte[] request) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(path()));
            channel.write(
                    ByteBuffer.allocate(4 + request.length)
                            .putInt(request.length)
                            .put(request)
                            .flip());
            ByteBuffer length = ByteBuffer.allocate(4);
            fill(length, channel);
            ByteBuffer answer = ByteBuffer.allocate(length.getInt(0));
            fill(answer, channel);
            return Response.parseFrom(answer.flip());
        }
    }

    private static void fill(ByteBuffer buffer, SocketChannel channel) throws IOException {
        while (buffer.hasRemaining()) {
            assertTrue(channel.read(buffer) >= 0, "the connection was closed");
        }
    }

    private <T> T onLoop(Callable<T> task) throws Exception {
        return loop.submit(task).get();
    }
}

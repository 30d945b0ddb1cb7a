package dev.remotenode.agent.ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.agent.ipc.ring.TestRing;
import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * The client's side of libqb, as libqb has it: written from the description of the protocol, and
 * without anything of the server's code.
 */
final class LibqbClient implements AutoCloseable {

    private static final int HANDSHAKE_SIZE = 24;
    private static final int RESPONSE_SIZE = 12328;
    private static final int PATH_SIZE = 4096;
    private static final long RETRY_NANOS = 100_000;

    /** The sides of a ring. */
    private static final int BOTH = 2;

    private final SocketChannel stream;
    private final Arena arena = Arena.ofShared();
    private final int largestMessage;
    final TestRing requests;
    final TestRing responses;
    final TestRing events;

    private LibqbClient(SocketChannel stream, ByteBuffer answer) throws IOException {
        this.stream = stream;
        this.largestMessage = answer.getInt(28);
        this.requests = TestRing.open(path(answer, 40), largestMessage, arena);
        this.responses = TestRing.open(path(answer, 4136), largestMessage, arena);
        this.events = TestRing.open(path(answer, 8232), largestMessage, arena);
    }

    /** Connects, and fails with the server's error number if it refuses. */
    static LibqbClient connect(Path socket, int wantedSize) throws IOException {
        SocketChannel stream = dial(socket);
        ByteBuffer answer = shakeHands(stream, wantedSize);
        int error = answer.getInt(16);
        if (error != 0) {
            stream.close();
            throw new IOException("refused with " + error);
        }
        return new LibqbClient(stream, answer);
    }

    static SocketChannel dial(Path socket) throws IOException {
        SocketChannel stream = SocketChannel.open(StandardProtocolFamily.UNIX);
        stream.connect(UnixDomainSocketAddress.of(socket));
        return stream;
    }

    static ByteBuffer shakeHands(SocketChannel stream, int wantedSize) throws IOException {
        stream.write(handshake(-1, HANDSHAKE_SIZE, wantedSize));
        return readAnswer(stream);
    }

    static ByteBuffer handshake(int id, int size, int wantedSize) {
        return allocate(HANDSHAKE_SIZE).putInt(0, id).putInt(8, size).putInt(16, wantedSize);
    }

    /** In one go: libqb fails if it gets less than all of it by then. */
    static ByteBuffer readAnswer(SocketChannel stream) throws IOException {
        ByteBuffer answer = allocate(RESPONSE_SIZE);
        int got = stream.read(answer);
        if (got != RESPONSE_SIZE) {
            throw new EOFException("an answer of %d bytes".formatted(got));
        }
        return answer.flip();
    }

    /** What the server says a message may have, in bytes. */
    int largestMessage() {
        return largestMessage;
    }

    /** Sends a chunk: false if the ring has no room for it. */
    boolean offer(byte[] chunk) throws IOException {
        boolean sent = requests.write(chunk);
        if (sent) {
            announce();
        }
        return sent;
    }

    /**
     * Sends a chunk as soon as there is room. A ring tells nobody when there is: tools try again.
     *
     * @throws IOException if the server has given the ring up
     */
    void send(byte[] chunk) throws IOException {
        while (!offer(chunk)) {
            if (requests.references() != BOTH || Thread.interrupted()) {
                throw new EOFException("nobody reads the ring");
            }
            LockSupport.parkNanos(RETRY_NANOS);
        }
    }

    /** Says that there is a request, as is due after each. */
    void announce() throws IOException {
        stream.write(ByteBuffer.allocate(1));
    }

    /** Waits for a response. */
    byte[] receiveResponse() {
        return responses.await();
    }

    /** Waits for an event: for its byte on the stream, as a tool does that has nothing to do. */
    byte[] receiveEvent() throws IOException {
        if (stream.read(ByteBuffer.allocate(1)) < 0) {
            throw new EOFException("the server has closed the connection");
        }
        return events.readAnnounced();
    }

    /**
     * Waits for the server to close the connection. If bytes of ours are still unread then, the
     * kernel tells of that by an error.
     *
     * @return how many events were announced by then
     */
    int awaitEnd() throws IOException {
        ByteBuffer announcements = ByteBuffer.allocate(64);
        int count = 0;
        int got;
        try {
            while ((got = stream.read(announcements.clear())) >= 0) {
                count += got;
            }
        } catch (SocketException e) {
            assertEquals("Connection reset", e.getMessage());
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        arena.close();
    }

    private static ByteBuffer allocate(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
    }

    private static Path path(ByteBuffer answer, int offset) {
        byte[] bytes = new byte[PATH_SIZE];
        answer.get(offset, bytes);
        String padded = new String(bytes, StandardCharsets.UTF_8);
        return Path.of(padded.substring(0, padded.indexOf('\0')));
    }
}

package dev.remotenode.hostile;

import dev.remotenode.lab.PeerSeat;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Somebody without the key, on a bare connection. For one thread. */
final class Stranger implements AutoCloseable {
    private static final int END = -1;
    private static final int SMALL_BUFFER = 4096;

    private final SocketChannel socket;

    private Stranger(SocketChannel socket) {
        this.socket = socket;
    }

    /** Connects, on a thread of the seat. */
    static Stranger connect(PeerSeat seat) throws IOException {
        SocketChannel socket = SocketChannel.open();
        try {
            socket.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_BUFFER);
            socket.connect(seat.daemon());
            return new Stranger(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    void send(byte[] bytes) throws IOException {
        ByteBuffer unsent = ByteBuffer.wrap(bytes);
        while (unsent.hasRemaining()) {
            socket.write(unsent);
        }
    }

    void shutdownOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** Waits for the daemon to say something, or to end the connection. */
    void awaitWord() throws IOException {
        if (socket.read(ByteBuffer.allocate(SMALL_BUFFER)) == END) {
            throw new IOException("the daemon has closed the connection");
        }
    }

    /** Waits for the daemon to end the connection, whatever it says before. */
    void awaitEnd() throws IOException {
        ByteBuffer ignored = ByteBuffer.allocate(SMALL_BUFFER);
        while (socket.read(ignored.clear()) != END) {
            // What it says does not matter.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package dev.remotenode.lab.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A stranger on a bare TCP connection. Waits may be interrupted. */
public final class PlainPeer implements AutoCloseable {
    private static final int END = -1;

    private final SocketChannel socket;

    /**
     * Connects.
     *
     * @param socket unconnected, made in the network of the daemon
     */
    public PlainPeer(SocketChannel socket, InetSocketAddress address) {
        this.socket = socket;
        try {
            socket.connect(address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void send(byte[] bytes) {
        try {
            ByteBuffer unsent = ByteBuffer.wrap(bytes);
            while (unsent.hasRemaining()) {
                socket.write(unsent);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the daemon has ended the connection, whatever it says before. */
    public void awaitClosed() {
        ByteBuffer ignored = ByteBuffer.allocate(1024);
        try {
            int length;
            do {
                length = socket.read(ignored.clear());
            } while (length != END);
        } catch (IOException reset) {
            // A reset is an end, too.
        }
    }

    /** The connection, for protocols of the caller's choice. */
    public SocketChannel socket() {
        return socket;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

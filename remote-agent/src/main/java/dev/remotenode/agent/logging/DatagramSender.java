package dev.remotenode.agent.logging;

import io.netty.channel.epoll.Epoll;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.channel.unix.Socket;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Sends datagrams to a Unix socket, which the JDK cannot. Never waits: what the receiver has no
 * room for, or what finds no receiver, is lost. A receiver that was restarted is found again.
 *
 * <p>Safe for use by several threads.
 */
final class DatagramSender {
    private final Path receiver;
    private Optional<Socket> connected = Optional.empty();

    /**
     * @param receiver path of the socket; it may be missing for now
     */
    DatagramSender(Path receiver) {
        Epoll.ensureAvailability();
        this.receiver = receiver;
    }

    synchronized void send(byte[] datagram) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(datagram.length).put(datagram);
        if (!trySend(buffer)) {
            // Once more: the receiver may be another process than last time.
            trySend(buffer);
        }
    }

    private boolean trySend(ByteBuffer datagram) {
        try {
            Socket socket = connected.isPresent() ? connected.get() : connect();
            socket.write(datagram, 0, datagram.capacity());
            return true;
        } catch (IOException e) {
            disconnect();
            return false;
        }
    }

    private Socket connect() throws IOException {
        Socket socket = Socket.newSocketDomainDgram();
        connected = Optional.of(socket);
        socket.connect(new DomainSocketAddress(receiver.toString()));
        return socket;
    }

    private void disconnect() {
        connected.ifPresent(socket -> {
            try {
                socket.close();
            } catch (IOException e) {
                // It is of no use any more either way.
            }
        });
        connected = Optional.empty();
    }
}

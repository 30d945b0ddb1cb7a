package dev.remotenode.hostile;

import dev.remotenode.lab.PeerSeat;
import dev.remotenode.lab.wire.Frame;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.tls.ContentType;
import org.bouncycastle.tls.PSKTlsClient;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/**
 * Somebody with the key who need not keep to TLS: a stolen key, or a cluster node that was taken
 * over. Speaks TLS 1.2, which has renegotiation. For one thread, which its writes may keep waiting.
 */
final class KeyedPeer implements AutoCloseable {
    private static final byte[] NAME = "lrmd".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final RudeProtocol protocol;

    private KeyedPeer(Socket socket, RudeProtocol protocol) {
        this.socket = socket;
        this.protocol = protocol;
    }

    /** Connects, on a thread of the seat. */
    static KeyedPeer connect(PeerSeat seat) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.connect(seat.daemon());
            Socket socket = channel.socket();
            RudeProtocol protocol =
                    new RudeProtocol(socket.getInputStream(), socket.getOutputStream());
            protocol.connect(
                    new PSKTlsClient(new BcTlsCrypto(new SecureRandom()), NAME, seat.secret()) {
                        @Override
                        protected ProtocolVersion[] getSupportedVersions() {
                            return ProtocolVersion.TLSv12.only();
                        }
                    });
            return new KeyedPeer(socket, protocol);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Sends bytes as records of application data. */
    void send(byte[]... pieces) throws IOException {
        for (byte[] piece : pieces) {
            protocol.writeApplicationData(piece, 0, piece.length);
        }
    }

    void send(Frame frame) throws IOException {
        send(frame.header(), frame.payload());
    }

    /** Sends a message of a handshake in the midst of the connection. */
    void sendHandshake(byte[] message) throws IOException {
        protocol.write(ContentType.handshake, message);
    }

    /** Takes what has arrived without looking at it, so that the daemon may go on to send. */
    void drain() throws IOException {
        InputStream in = socket.getInputStream();
        int available = in.available();
        if (available > 0) {
            in.skipNBytes(available);
        }
    }

    /** Waits for the daemon to end the connection. */
    void awaitEnd() throws IOException {
        socket.getInputStream().skipNBytes(Long.MAX_VALUE);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** Lends its pen. */
    private static final class RudeProtocol extends TlsClientProtocol {
        RudeProtocol(InputStream in, OutputStream out) {
            super(in, out);
        }

        void write(short contentType, byte[] content) throws IOException {
            safeWriteRecord(contentType, content, 0, content.length);
        }
    }
}

package dev.remotenode.lrmd.tls;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.io.IOException;
import java.security.SecureRandom;
import org.bouncycastle.tls.TlsClient;
import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.TlsProtocol;
import org.bouncycastle.tls.TlsServer;
import org.bouncycastle.tls.TlsServerProtocol;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/**
 * TLS for one connection, of either side, as bytes in and bytes out. Used by the thread of its
 * connection.
 */
final class TlsEngine {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final TlsProtocol protocol;
    private final HandshakePeer peer;
    private final Opening opening;

    private TlsEngine(TlsProtocol protocol, HandshakePeer peer, Opening opening) {
        this.protocol = protocol;
        this.peer = peer;
        this.opening = opening;
    }

    static TlsEngine server(Authentication authentication) {
        BcTlsCrypto crypto = new BcTlsCrypto(RANDOM);
        return switch (authentication) {
            case Authentication.SharedKey(KeySource keys) -> server(new PskServer(crypto, keys));
            case Authentication.X509(CertificateSource certificates) ->
                    server(new CertificateServer(crypto, certificates.current()));
        };
    }

    private static <S extends TlsServer & HandshakePeer> TlsEngine server(S server) {
        TlsServerProtocol protocol = new TlsServerProtocol();
        return new TlsEngine(protocol, server, () -> protocol.accept(server));
    }

    static TlsEngine client(PeerIdentity identity) {
        BcTlsCrypto crypto = new BcTlsCrypto(RANDOM);
        return switch (identity) {
            case ClientIdentity key -> client(new PskClient(crypto, key));
            case CertificateIdentity certificate ->
                    client(new CertificateClient(crypto, certificate));
        };
    }

    private static <C extends TlsClient & HandshakePeer> TlsEngine client(C client) {
        TlsClientProtocol protocol = new TlsClientProtocol();
        return new TlsEngine(protocol, client, () -> protocol.connect(client));
    }

    /** Begins the handshake; a client has output then. */
    void open() throws IOException {
        opening.open();
    }

    boolean isHandshaking() {
        return protocol.isHandshaking();
    }

    boolean isClosed() {
        return protocol.isClosed();
    }

    /** Takes what came from the network, whatever its boundaries. */
    void receive(byte[] bytes, int length) throws IOException {
        protocol.offerInput(bytes, 0, length);
    }

    /** Makes one or more records of application data. */
    void send(ByteBuf data) throws IOException {
        int length = data.readableBytes();
        if (data.hasArray()) {
            protocol.writeApplicationData(
                    data.array(), data.arrayOffset() + data.readerIndex(), length);
        } else {
            byte[] copy = new byte[length];
            data.getBytes(data.readerIndex(), copy);
            protocol.writeApplicationData(copy, 0, length);
        }
    }

    boolean hasReceived() {
        return protocol.getAvailableInputBytes() > 0;
    }

    /** All application data that has been decrypted. */
    ByteBuf received(ByteBufAllocator allocator) {
        int length = protocol.getAvailableInputBytes();
        ByteBuf data = allocator.heapBuffer(length, length);
        protocol.readInput(data.array(), data.arrayOffset(), length);
        return data.writerIndex(length);
    }

    boolean hasOutput() {
        return protocol.getAvailableOutputBytes() > 0;
    }

    /** All bytes that are due to the network. */
    ByteBuf output(ByteBufAllocator allocator) {
        int length = protocol.getAvailableOutputBytes();
        ByteBuf bytes = allocator.directBuffer(length, length);
        protocol.readOutput(bytes.nioBuffer(0, length), length);
        return bytes.writerIndex(length);
    }

    /** Says goodbye; leaves the alert as output. */
    void close() throws IOException {
        protocol.close();
    }

    HandshakeRecord handshakeRecord() {
        return peer.handshakeRecord();
    }

    /** The first step of a side. */
    private interface Opening {
        void open() throws IOException;
    }
}

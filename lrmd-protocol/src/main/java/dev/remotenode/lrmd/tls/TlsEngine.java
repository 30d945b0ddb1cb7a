package dev.remotenode.lrmd.tls;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.tls.TlsProtocol;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/**
 * TLS for one connection, of either side, as bytes in and bytes out. Used by the thread of its
 * connection.
 */
final class TlsEngine {

    private static final SecureRandom RANDOM = new SecureRandom();

    private TlsSide side;
    private Optional<KeyTrial> trial;

    private TlsEngine(TlsSide side, Optional<KeyTrial> trial) {
        this.side = side;
        this.trial = trial;
    }

    static TlsEngine server(Authentication authentication, TlsPolicy policy) {
        return switch (authentication) {
            case Authentication.SharedKey(KeySource keys) -> server(keys.accepted(), policy);
            case Authentication.X509(CertificateSource certificates) ->
                    alone(
                            TlsSide.server(
                                    new CertificateServer(
                                            new BcTlsCrypto(RANDOM),
                                            policy,
                                            certificates.current())));
        };
    }

    private static TlsEngine server(List<AcceptedKey> keys, TlsPolicy policy) {
        if (keys.size() > 1) {
            KeyTrial trial = new KeyTrial(keys, policy, RANDOM);
            return new TlsEngine(trial.next().orElseThrow(), Optional.of(trial));
        }
        return alone(
                TlsSide.server(
                        new PskServer(new BcTlsCrypto(RANDOM), policy, keys.stream().findFirst())));
    }

    static TlsEngine client(PeerIdentity identity) {
        BcTlsCrypto crypto = new BcTlsCrypto(RANDOM);
        return alone(
                switch (identity) {
                    case ClientIdentity key -> TlsSide.client(new PskClient(crypto, key));
                    case CertificateIdentity certificate ->
                            TlsSide.client(new CertificateClient(crypto, certificate));
                });
    }

    private static TlsEngine alone(TlsSide side) {
        return new TlsEngine(side, Optional.empty());
    }

    /** Begins the handshake; a client has output then. */
    void open() throws IOException {
        side.open();
    }

    boolean isHandshaking() {
        return protocol().isHandshaking();
    }

    boolean isClosed() {
        return protocol().isClosed();
    }

    /** Takes what came from the network, whatever its boundaries. */
    void receive(byte[] bytes, int length) throws IOException {
        trial.ifPresent(keys -> keys.received(bytes, length));
        try {
            protocol().offerInput(bytes, 0, length);
        } catch (IOException e) {
            tryOtherKeys(e);
        }
        if (!isHandshaking()) {
            trial = Optional.empty();
        }
    }

    /** Until one is right; the failure of the last one counts. */
    private void tryOtherKeys(IOException failure) throws IOException {
        IOException last = failure;
        Optional<TlsSide> next = trial.flatMap(KeyTrial::next);
        while (next.isPresent()) {
            side = next.get();
            try {
                trial.orElseThrow().catchUp(side);
                return;
            } catch (IOException e) {
                last = e;
                next = trial.flatMap(KeyTrial::next);
            }
        }
        throw last;
    }

    /** Makes one or more records of application data. */
    void send(ByteBuf data) throws IOException {
        int length = data.readableBytes();
        if (data.hasArray()) {
            protocol()
                    .writeApplicationData(
                            data.array(), data.arrayOffset() + data.readerIndex(), length);
        } else {
            byte[] copy = new byte[length];
            data.getBytes(data.readerIndex(), copy);
            protocol().writeApplicationData(copy, 0, length);
        }
    }

    boolean hasReceived() {
        return protocol().getAvailableInputBytes() > 0;
    }

    /** All application data that has been decrypted. */
    ByteBuf received(ByteBufAllocator allocator) {
        int length = protocol().getAvailableInputBytes();
        ByteBuf data = allocator.heapBuffer(length, length);
        protocol().readInput(data.array(), data.arrayOffset(), length);
        return data.writerIndex(length);
    }

    boolean hasOutput() {
        return outputBytes() > 0;
    }

    /** How many bytes are due to the network. */
    int outputBytes() {
        return protocol().getAvailableOutputBytes();
    }

    /** All bytes that are due to the network. */
    ByteBuf output(ByteBufAllocator allocator) {
        int length = protocol().getAvailableOutputBytes();
        ByteBuf bytes = allocator.directBuffer(length, length);
        protocol().readOutput(bytes.nioBuffer(0, length), length);
        bytes.writerIndex(length);
        trial.ifPresent(keys -> keys.sent(ByteBufUtil.getBytes(bytes)));
        return bytes;
    }

    /** Says goodbye; leaves the alert as output. */
    void close() throws IOException {
        protocol().close();
    }

    private TlsProtocol protocol() {
        return side.protocol();
    }

    HandshakeRecord handshakeRecord() {
        return side.peer().handshakeRecord();
    }
}

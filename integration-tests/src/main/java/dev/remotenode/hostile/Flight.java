package dev.remotenode.hostile;

import dev.remotenode.lrmd.tls.ClientIdentity;
import dev.remotenode.lrmd.tls.ClientIdentity.Versions;
import dev.remotenode.lrmd.tls.PreSharedKey;
import dev.remotenode.lrmd.tls.TlsHandler;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.PSKTlsClient;
import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/**
 * What a client says first in a handshake, recorded, to be sent by others as often as they like.
 */
final class Flight {
    /** Bytes before what a record of TLS holds. */
    static final int RECORD_HEADER = 5;

    private static final byte[] NAME = "lrmd".getBytes(StandardCharsets.US_ASCII);

    private Flight() {}

    /** Of an honest cluster node. */
    static byte[] of(ClientIdentity identity) {
        EmbeddedChannel channel =
                new EmbeddedChannel(TlsHandler.client(identity, Duration.ofMinutes(1)));
        ByteBuf first = channel.readOutbound();
        try {
            return ByteBufUtil.getBytes(first);
        } finally {
            first.release();
            channel.releaseOutbound();
        }
    }

    /** Of somebody who has no key. */
    static byte[] ofAStranger() {
        byte[] guessed = new byte[32];
        new SecureRandom().nextBytes(guessed);
        return of(new ClientIdentity("lrmd", new PreSharedKey(guessed), Versions.ONLY_TLS_1_3));
    }

    /**
     * Of somebody who wants the daemon to compute as much as TLS 1.2 allows, with no key at all.
     */
    static byte[] thatIsCostly() {
        TlsClientProtocol protocol = new TlsClientProtocol();
        try {
            protocol.connect(
                    new PSKTlsClient(new BcTlsCrypto(new SecureRandom()), NAME, new byte[32]) {
                        @Override
                        protected int[] getSupportedCipherSuites() {
                            return new int[] {
                                CipherSuite.TLS_DHE_PSK_WITH_AES_256_GCM_SHA384,
                            };
                        }

                        @Override
                        protected java.util.Vector<Integer> getSupportedGroups(
                                @SuppressWarnings("rawtypes") java.util.Vector roles) {
                            return new java.util.Vector<>(java.util.List.of(NamedGroup.ffdhe8192));
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] flight = new byte[protocol.getAvailableOutputBytes()];
        protocol.readOutput(flight, 0, flight.length);
        return flight;
    }
}

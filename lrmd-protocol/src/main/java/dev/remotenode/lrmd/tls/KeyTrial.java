package dev.remotenode.lrmd.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A server's handshake with one of several keys, of which the peer says nothing but that it is
 * {@code lrmd}.
 *
 * <p>Whatever a server sends before it learns whether its key was right does not depend on the key:
 * nothing at all in TLS 1.3, its random number and Diffie-Hellman share in 1.2. So when a key turns
 * out to be wrong, the same handshake is gone through again with the next one: same bytes from the
 * peer, same random bytes, and the same answers, which are not sent twice.
 */
final class KeyTrial {

    /** No honest handshake comes near to it. */
    private static final int MOST_BYTES = 64 * 1024;

    private final TlsPolicy policy;
    private final RandomTape random;
    private final Deque<AcceptedKey> untried;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    /**
     * @param keys in the order in which to try them
     */
    KeyTrial(List<AcceptedKey> keys, TlsPolicy policy, SecureRandom random) {
        this.policy = policy;
        this.untried = new ArrayDeque<>(keys);
        this.random = new RandomTape(random);
    }

    /** A side with the next key, if there is one. */
    Optional<TlsSide> next() {
        random.rewind();
        return Optional.ofNullable(untried.poll())
                .map(key ->
                        TlsSide.server(
                                new PskServer(
                                        new RepeatableCrypto(random), policy, Optional.of(key))));
    }

    /** Keeps what came from the network. */
    void received(byte[] bytes, int length) {
        if (received.size() + length > MOST_BYTES) {
            untried.clear();
        } else {
            received.write(bytes, 0, length);
        }
    }

    /** Keeps what has gone to the network. */
    void sent(byte[] bytes) {
        sent.writeBytes(bytes);
    }

    /**
     * Lets a side catch up with what has happened on the wire.
     *
     * @throws IOException if its key is wrong too
     */
    void catchUp(TlsSide side) throws IOException {
        side.open();
        try {
            side.protocol().offerInput(received.toByteArray());
        } finally {
            skipSent(side);
        }
    }

    private void skipSent(TlsSide side) throws IOException {
        byte[] before = sent.toByteArray();
        byte[] again = new byte[before.length];
        side.protocol().readOutput(again, 0, again.length);
        if (!Arrays.equals(before, again)) {
            throw new IOException("this node could not repeat its part of the handshake");
        }
    }
}

package dev.remotenode.lrmd.tls;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;

/**
 * Random bytes that can be had once more from the beginning, so that an attempt at a handshake can
 * be repeated. For one connection, by one thread.
 */
final class RandomTape extends SecureRandom {

    private static final long serialVersionUID = 1L;

    private final transient SecureRandom source;
    private final transient ByteArrayOutputStream drawn = new ByteArrayOutputStream();
    private transient int position;

    RandomTape(SecureRandom source) {
        this.source = source;
    }

    @Override
    public void nextBytes(byte[] bytes) {
        int missing = position + bytes.length - drawn.size();
        if (missing > 0) {
            byte[] fresh = new byte[missing];
            source.nextBytes(fresh);
            drawn.writeBytes(fresh);
        }
        System.arraycopy(drawn.toByteArray(), position, bytes, 0, bytes.length);
        position += bytes.length;
    }

    /** Begins to give the same bytes again. */
    void rewind() {
        position = 0;
    }
}

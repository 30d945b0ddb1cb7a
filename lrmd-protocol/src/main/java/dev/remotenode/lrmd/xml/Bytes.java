package dev.remotenode.lrmd.xml;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;

/**
 * The short way to single bytes of a document, which may be in pieces: to put a large one together
 * takes as much memory again, and while that is cleared, no thread of the JVM may stop.
 */
final class Bytes {

    private final ByteBuffer[] pieces;
    private int here;
    private ByteBuffer piece;
    private int begin;

    Bytes(ByteBuf document) {
        pieces = document.nioBuffers();
        piece = pieces[0];
    }

    /** The byte at an offset within the document; near the last one is fastest. */
    byte at(int offset) {
        int within = offset - begin;
        if (within < 0 || within >= piece.remaining()) {
            goTo(offset);
            within = offset - begin;
        }
        return piece.get(within);
    }

    private void goTo(int offset) {
        while (offset < begin) {
            piece = pieces[--here];
            begin -= piece.remaining();
        }
        while (offset - begin >= piece.remaining()) {
            begin += piece.remaining();
            piece = pieces[++here];
        }
    }
}

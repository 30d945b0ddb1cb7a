package dev.remotenode.agent.ipc.message;

import io.netty.buffer.ByteBuf;

/**
 * How one tool writes and reads messages. Used on the event loop.
 *
 * <p>The header changed with Pacemaker 3.0.1 without a new version number, and a tool understands
 * its own form only; so it is answered in the form in which it speaks.
 */
public sealed interface Dialect permits CompressingDialect, MultipartDialect {

    /**
     * Tells the dialect by a tool's first chunk: the byte at 36 is the version in the older layout
     * and padding in the newer one, which has the version at 32.
     *
     * @throws MessageException if it is neither
     */
    static Dialect of(byte[] chunk, MessageLimits limits) throws MessageException {
        HeaderFields.check(chunk);
        if (chunk[CompressingDialect.VERSION_OFFSET] == HeaderFields.VERSION) {
            return new CompressingDialect(limits);
        }
        if (chunk[CompressingDialect.VERSION_OFFSET] == 0
                && chunk[MultipartDialect.VERSION_OFFSET] == HeaderFields.VERSION) {
            return new MultipartDialect(limits);
        }
        throw new MessageException("its request has a header of no known version");
    }

    /**
     * Reads a chunk.
     *
     * @throws MessageException if it breaks the rules; the connection cannot go on then
     */
    Received read(byte[] chunk) throws MessageException;

    /** What is kept of a message that has not arrived in full, in bytes. */
    int unfinished();

    /**
     * Writes a message.
     *
     * @param payload text without a terminating zero, which is retained; not to be changed
     */
    Encoded write(int id, int flags, ByteBuf payload);
}

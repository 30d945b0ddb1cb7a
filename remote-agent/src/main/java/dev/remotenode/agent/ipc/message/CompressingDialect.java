package dev.remotenode.agent.ipc.message;

import dev.remotenode.agent.ipc.ring.Chunk;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.List;

/** The dialect up to Pacemaker 3.0.0: a message is one chunk, compressed if it is large. */
final class CompressingDialect implements Dialect {

    static final int VERSION_OFFSET = 36;

    private static final int PLAIN_SIZE = 24;
    private static final int COMPRESSED_SIZE = 28;
    private static final int FLAGS = 32;

    private final MessageLimits limits;

    CompressingDialect(MessageLimits limits) {
        this.limits = limits;
    }

    @Override
    public Received read(byte[] chunk) throws MessageException {
        HeaderFields.check(chunk);
        ByteBuffer fields = HeaderFields.of(chunk);
        int plainSize = fields.getInt(PLAIN_SIZE);
        int compressedSize = fields.getInt(COMPRESSED_SIZE);
        int carriedSize = compressedSize == 0 ? plainSize : compressedSize;
        if (fields.get(VERSION_OFFSET) != HeaderFields.VERSION
                || carriedSize != chunk.length - HeaderFields.SIZE) {
            throw new MessageException("its request has a header that contradicts itself");
        }
        if (plainSize < 1 || plainSize > limits.message()) {
            throw new MessageException(
                    "its request has %s bytes".formatted(Integer.toUnsignedString(plainSize)));
        }
        int id = HeaderFields.id(fields);
        int flags = MessageFlags.ofContent(fields.getInt(FLAGS));
        return compressedSize == 0
                ? new Received.Whole(id, flags, TerminatedText.in(chunk))
                : new Received.Packed(id, flags, chunk, plainSize);
    }

    /** A message arrives in one piece. */
    @Override
    public int unfinished() {
        return 0;
    }

    @Override
    public Encoded write(int id, int flags, ByteBuf payload) {
        Encoded.Oversize message =
                new Encoded.Oversize(id, flags, payload.retain(), limits.chunk());
        int plainSize = payload.readableBytes() + 1;
        return HeaderFields.SIZE + plainSize < limits.chunk()
                ? ready(header(message, plainSize, 0), payload, true)
                : message;
    }

    static Encoded.Ready pack(Encoded.Oversize message) throws MessageException {
        int room = message.largestChunk() - HeaderFields.SIZE;
        ByteBuf compressed =
                Bzip2Deflater.HERE
                        .deflateTerminated(message.payload(), room)
                        .orElseThrow(() -> tooLarge(message));
        int size = compressed.readableBytes();
        return ready(header(message, size, size), compressed, false);
    }

    private static MessageException tooLarge(Encoded.Oversize message) {
        return new MessageException(
                "a message of %d bytes for it has more than the %d that it takes, also compressed"
                        .formatted(message.payload().readableBytes(), message.largestChunk()));
    }

    private static byte[] header(Encoded.Oversize message, int carriedSize, int compressedSize) {
        int packing = compressedSize == 0 ? 0 : MessageFlags.COMPRESSED;
        byte[] header = new byte[HeaderFields.SIZE];
        HeaderFields.begin(header, message.id(), HeaderFields.SIZE + carriedSize)
                .putInt(PLAIN_SIZE, message.payload().readableBytes() + 1)
                .putInt(COMPRESSED_SIZE, compressedSize)
                .putInt(FLAGS, message.flags() | packing)
                .put(VERSION_OFFSET, HeaderFields.VERSION);
        return header;
    }

    private static Encoded.Ready ready(byte[] header, ByteBuf body, boolean terminated) {
        return new Encoded.Ready(List.of(new Chunk(header, body, terminated)));
    }
}

package dev.remotenode.agent.ipc.message;

import dev.remotenode.agent.ipc.ring.Chunk;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The dialect since Pacemaker 3.0.1: a large message is cut into parts of one size. */
final class MultipartDialect implements Dialect {

    static final int VERSION_OFFSET = 32;

    private static final int TEXT_SIZE = 24;
    private static final int FLAGS = 28;
    private static final int PART = 34;

    /** What a tool has room for, whatever else was agreed. */
    private static final int LARGEST_CHUNK = 128 * 1024;

    /** The text of a full part: header and terminating zero go off. */
    private static final int PART_TEXT = LARGEST_CHUNK - HeaderFields.SIZE - 1;

    private final PartAssembly assembly;

    MultipartDialect(MessageLimits limits) {
        this.assembly = new PartAssembly(limits.message());
    }

    @Override
    public Received read(byte[] chunk) throws MessageException {
        HeaderFields.check(chunk);
        ByteBuffer fields = HeaderFields.of(chunk);
        if (fields.get(VERSION_OFFSET) != HeaderFields.VERSION
                || fields.getInt(TEXT_SIZE) != chunk.length - HeaderFields.SIZE) {
            throw new MessageException("its request has a header that contradicts itself");
        }
        return assembly.add(
                HeaderFields.id(fields),
                fields.getInt(FLAGS),
                Short.toUnsignedInt(fields.getShort(PART)),
                chunk);
    }

    @Override
    public int unfinished() {
        return assembly.size();
    }

    @Override
    public Encoded write(int id, int flags, ByteBuf payload) {
        int size = payload.readableBytes();
        if (size < PART_TEXT) {
            return new Encoded.Ready(List.of(chunk(id, flags, 0, payload, 0, size)));
        }
        List<Chunk> parts = new ArrayList<>();
        int full = size / PART_TEXT;
        for (int part = 0; part < full; part++) {
            parts.add(
                    chunk(
                            id,
                            flags | MessageFlags.MULTIPART,
                            part,
                            payload,
                            part * PART_TEXT,
                            PART_TEXT));
        }
        int rest = full * PART_TEXT;
        parts.add(
                chunk(
                        id,
                        flags | MessageFlags.MULTIPART | MessageFlags.MULTIPART_END,
                        full,
                        payload,
                        rest,
                        size - rest));
        return new Encoded.Ready(parts);
    }

    private static Chunk chunk(int id, int flags, int part, ByteBuf text, int from, int length) {
        byte[] header = new byte[HeaderFields.SIZE];
        HeaderFields.begin(header, id, HeaderFields.SIZE + length + 1)
                .putInt(TEXT_SIZE, length + 1)
                .putInt(FLAGS, flags)
                .put(VERSION_OFFSET, HeaderFields.VERSION)
                .putShort(PART, (short) part);
        return new Chunk(header, text.retainedSlice(text.readerIndex() + from, length), true);
    }
}

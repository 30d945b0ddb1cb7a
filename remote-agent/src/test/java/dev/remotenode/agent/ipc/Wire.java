package dev.remotenode.agent.ipc;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Pacemaker's messages as tools of each generation write and read them. */
enum Wire {
    /** Up to 3.0.0. */
    OLD {
        @Override
        List<byte[]> write(int id, int flags, String text) {
            byte[] bytes = terminated(text.getBytes(StandardCharsets.UTF_8));
            return List.of(oldChunk(id, flags, bytes.length, 0, bytes));
        }

        @Override
        Message read(ChunkSource source) throws Exception {
            byte[] chunk = source.next();
            ByteBuffer fields = fields(chunk);
            String text = new String(chunk, 40, chunk.length - 41, StandardCharsets.UTF_8);
            return new Message(
                    fields.getInt(0),
                    fields.getInt(32),
                    fields.getInt(28) == 0 ? text : "compressed");
        }
    },

    /** From 3.0.1 on. */
    NEW {
        @Override
        List<byte[]> write(int id, int flags, String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            List<byte[]> chunks = new ArrayList<>();
            int parts = bytes.length < PART ? 1 : bytes.length / PART + 1;
            for (int part = 0; part < parts; part++) {
                int end = part == parts - 1 ? bytes.length : (part + 1) * PART;
                int more = parts == 1 ? 0 : part == parts - 1 ? 0x180000 : 0x80000;
                byte[] content = terminated(Arrays.copyOfRange(bytes, part * PART, end));
                chunks.add(newChunk(id, flags | more, part, content));
            }
            return chunks;
        }

        @Override
        Message read(ChunkSource source) throws Exception {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            for (int part = 0; ; part++) {
                byte[] chunk = source.next();
                ByteBuffer fields = fields(chunk);
                int flags = fields.getInt(28);
                if (fields.getShort(34) != part || fields.getInt(24) != chunk.length - 40) {
                    throw new IllegalStateException("part out of order");
                }
                text.write(chunk, 40, chunk.length - 41);
                if ((flags & 0x80000) == 0 || (flags & 0x100000) != 0) {
                    return new Message(
                            fields.getInt(0), flags, text.toString(StandardCharsets.UTF_8));
                }
            }
        }
    };

    /** The text of a full part. */
    static final int PART = 131072 - 41;

    /** Where chunks come from. */
    interface ChunkSource {
        byte[] next() throws Exception;
    }

    /** A message as it arrived. */
    record Message(int id, int flags, String text) {}

    abstract List<byte[]> write(int id, int flags, String text);

    abstract Message read(ChunkSource source) throws Exception;

    static byte[] oldChunk(int id, int flags, int plain, int compressed, byte[] body) {
        byte[] chunk = new byte[40 + body.length];
        begin(chunk, id, body).putInt(24, plain).putInt(28, compressed).putInt(32, flags);
        chunk[36] = 1;
        return chunk;
    }

    static byte[] newChunk(int id, int flags, int part, byte[] body) {
        byte[] chunk = new byte[40 + body.length];
        begin(chunk, id, body).putInt(24, body.length).putInt(28, flags).putShort(34, (short) part);
        chunk[32] = 1;
        return chunk;
    }

    static byte[] terminated(byte[] text) {
        return Arrays.copyOf(text, text.length + 1);
    }

    private static ByteBuffer begin(byte[] chunk, int id, byte[] body) {
        return ByteBuffer.wrap(chunk)
                .order(ByteOrder.nativeOrder())
                .put(40, body)
                .putInt(0, id)
                .putInt(8, chunk.length);
    }

    /** The header of a chunk that says how long it is. */
    static ByteBuffer fields(byte[] chunk) {
        ByteBuffer fields = ByteBuffer.wrap(chunk).order(ByteOrder.nativeOrder());
        if (fields.getInt(8) != chunk.length) {
            throw new IllegalStateException("size in header is wrong");
        }
        return fields;
    }
}

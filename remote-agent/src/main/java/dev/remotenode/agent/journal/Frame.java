package dev.remotenode.agent.journal;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.remotenode.control.journal.Record;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * How a record lies in a file: a mark, its length, a check sum of length and record, the record. A
 * reader that meets a damaged place finds the next frame by its mark and sum.
 *
 * @param start of the frame in what was read
 * @param end the first byte after it
 * @param content the record, as it is in the file
 */
record Frame(int start, int end, ByteBuffer content) {

    /** More than the largest record that is ever written. */
    static final int MAX_RECORD_BYTES = 256 * 1024;

    /** {@code RNJ1}, read with the lowest byte first. */
    private static final int MARK = 0x314A4E52;

    private static final int HEADER_BYTES = 3 * Integer.BYTES;

    /** Appends a record to a buffer, which grows if it has to. */
    static ByteBuffer append(ByteBuffer buffer, Record record) {
        byte[] bytes = record.toByteArray();
        ByteBuffer target = withRoom(buffer, HEADER_BYTES + bytes.length);
        target.putInt(MARK).putInt(bytes.length).putInt(sum(ByteBuffer.wrap(bytes))).put(bytes);
        return target;
    }

    /** A buffer to append to. */
    static ByteBuffer allocate(int capacity) {
        return ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The first sound frame that begins at or after a place. */
    static Optional<Frame> next(byte[] content, int from) {
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        for (int start = from; start + HEADER_BYTES < content.length; start++) {
            if (bytes.getInt(start) == MARK) {
                Optional<Frame> frame = at(bytes, start);
                if (frame.isPresent()) {
                    return frame;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Frame> at(ByteBuffer bytes, int start) {
        int length = bytes.getInt(start + Integer.BYTES);
        int end = start + HEADER_BYTES + length;
        if (length <= 0 || length > MAX_RECORD_BYTES || end > bytes.capacity()) {
            return Optional.empty();
        }
        ByteBuffer content = bytes.slice(start + HEADER_BYTES, length);
        if (sum(content.duplicate()) != bytes.getInt(start + 2 * Integer.BYTES)) {
            return Optional.empty();
        }
        return Optional.of(new Frame(start, end, content));
    }

    /** What is recorded; empty if a later version has written it in another form. */
    Optional<Record> record() {
        try {
            return Optional.of(Record.parseFrom(content.duplicate()));
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    private static int sum(ByteBuffer content) {
        CRC32C sum = new CRC32C();
        ByteBuffer length = allocate(Integer.BYTES).putInt(content.remaining()).flip();
        sum.update(length);
        sum.update(content);
        return (int) sum.getValue();
    }

    private static ByteBuffer withRoom(ByteBuffer buffer, int room) {
        if (buffer.remaining() >= room) {
            return buffer;
        }
        int needed = buffer.position() + room;
        return allocate(Math.max(needed, 2 * buffer.capacity())).put(buffer.flip());
    }
}

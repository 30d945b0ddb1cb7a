package dev.remotenode.lab.journal;

import dev.remotenode.control.journal.Record;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32C;

/** The files of a journal, as its schema says what is in them. Used by one thread. */
public final class WrittenJournal {
    private static final byte[] MARK = "RNJ1".getBytes(StandardCharsets.US_ASCII);
    private static final int FILE_BYTES = 1 << 20;

    private final Map<String, ByteArrayOutputStream> files = new LinkedHashMap<>();
    private ByteArrayOutputStream current = new ByteArrayOutputStream();
    private long number;

    /**
     * Adds a record.
     *
     * @param time when it happened, in milliseconds since 1970-01-01 UTC
     * @param content fills in what happened
     * @return its number
     */
    public long add(long time, UnaryOperator<Record.Builder> content) {
        number++;
        if (files.isEmpty() || current.size() >= FILE_BYTES) {
            current = new ByteArrayOutputStream();
            files.put("%019d.journal".formatted(number), current);
        }
        current.writeBytes(
                frame(
                        content.apply(Record.newBuilder().setNumber(number).setTimeMs(time))
                                .build()
                                .toByteArray()));
        return number;
    }

    private static byte[] frame(byte[] record) {
        byte[] length = littleEndian(record.length);
        CRC32C sum = new CRC32C();
        sum.update(length);
        sum.update(record);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(MARK);
        frame.writeBytes(length);
        frame.writeBytes(littleEndian((int) sum.getValue()));
        frame.writeBytes(record);
        return frame.toByteArray();
    }

    private static byte[] littleEndian(int number) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }

    /** The files by name. */
    public Map<String, byte[]> files() {
        Map<String, byte[]> finished = new LinkedHashMap<>();
        files.forEach((name, bytes) -> finished.put(name, bytes.toByteArray()));
        return finished;
    }
}

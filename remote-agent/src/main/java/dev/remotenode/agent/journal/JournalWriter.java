package dev.remotenode.agent.journal;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.remotenode.control.journal.Gap;
import dev.remotenode.control.journal.Record;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Appends records to the newest file. Confined to one thread, which may have to wait for disks. */
final class JournalWriter {

    private static final FileAttribute<?> OF_OWNER_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final int BUFFER_BYTES = 8 * 1024;

    private final SegmentFolder folder;
    private final JournalLimits limits;
    private final InstantSource clock;
    private Optional<FileChannel> lock = Optional.empty();
    private Optional<Open> open = Optional.empty();
    private long lastNumber;
    private long lost;
    private String reason = "";

    JournalWriter(SegmentFolder folder, JournalLimits limits, InstantSource clock) {
        this.folder = folder;
        this.limits = limits;
        this.clock = clock;
    }

    /** The file that is appended to, and how much of it is sound. */
    private record Open(FileChannel channel, long bytes, Instant since) {}

    /** Remembers that there are entries which could not even wait to be written. */
    void lose(long entries) {
        if (entries > 0) {
            lost += entries;
            reason = "there was too much to record at once";
        }
    }

    /**
     * Appends all of the entries, or none.
     *
     * @throws IOException if that is not possible; the entries are lost then, which is recorded
     *     later
     */
    void write(List<Entry> entries) throws IOException {
        try {
            acquire();
            append(entries);
        } catch (IOException e) {
            lost += entries.size();
            reason = String.valueOf(e.getMessage());
            throw e;
        }
    }

    /** Closes the files. */
    void close() throws IOException {
        if (open.isPresent()) {
            open.get().channel().close();
            open = Optional.empty();
        }
        if (lock.isPresent()) {
            lock.get().close();
            lock = Optional.empty();
        }
    }

    private void append(List<Entry> entries) throws IOException {
        Open segment = currentSegment();
        long number = lastNumber;
        ByteBuffer buffer = Frame.allocate(BUFFER_BYTES);
        if (lost > 0) {
            number++;
            buffer = Frame.append(buffer, gap(number));
        }
        for (Entry entry : entries) {
            number++;
            buffer = Frame.append(buffer, entry.numbered(number));
        }
        buffer.flip();
        write(buffer, segment);
        lastNumber = number;
        lost = 0;
    }

    private void write(ByteBuffer buffer, Open segment) throws IOException {
        FileChannel channel = segment.channel();
        long end = segment.bytes() + buffer.remaining();
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer, end - buffer.remaining());
            }
            // A machine that is fenced ends without a warning: what led there is to be found.
            channel.force(false);
        } catch (IOException e) {
            channel.truncate(segment.bytes());
            throw e;
        }
        open = Optional.of(new Open(channel, end, segment.since()));
    }

    private Open currentSegment() throws IOException {
        if (open.isEmpty()) {
            resume();
        }
        if (open.filter(this::isFull).isPresent()) {
            open.get().channel().close();
            open = Optional.empty();
            begin();
        }
        return open.orElseThrow();
    }

    private boolean isFull(Open segment) {
        return segment.bytes() >= limits.segmentBytes()
                || segment.since().plus(limits.segmentAge()).isBefore(clock.instant());
    }

    /** Goes on where the last daemon has ended; what it could not complete is cut off. */
    private void resume() throws IOException {
        List<Segment> segments = folder.segments();
        if (segments.isEmpty()) {
            begin();
            return;
        }
        Segment newest = segments.getLast();
        Segment.Extent extent = newest.extent();
        long inside = extent.last().map(Record::getNumber).orElse(0L);
        lastNumber = Math.max(lastNumber, Math.max(inside, newest.first() - 1));
        FileChannel channel = FileChannel.open(newest.file(), WRITE);
        channel.truncate(extent.soundBytes());
        Instant begun =
                extent.first()
                        .map(first -> Instant.ofEpochMilli(first.getTimeMs()))
                        .orElseGet(clock::instant);
        open = Optional.of(new Open(channel, extent.soundBytes(), begun));
        trim();
    }

    private void begin() throws IOException {
        Path file = Segment.in(folder.path(), lastNumber + 1).file();
        FileChannel channel = FileChannel.open(file, EnumSet.of(CREATE, WRITE), OF_OWNER_ALONE);
        open = Optional.of(new Open(channel, 0, clock.instant()));
        trim();
    }

    private void trim() throws IOException {
        folder.trim(limits.bytes(), limits.age(), clock.instant());
    }

    /** Two daemons that write into one folder would spoil it for each other. */
    private void acquire() throws IOException {
        if (lock.isPresent() && Files.exists(folder.path())) {
            return;
        }
        close();
        folder.make();
        FileChannel channel =
                FileChannel.open(
                        folder.path().resolve("lock"), EnumSet.of(CREATE, WRITE), OF_OWNER_ALONE);
        if (!isOurs(channel)) {
            channel.close();
            throw new IOException("another daemon writes there");
        }
        lock = Optional.of(channel);
    }

    private static boolean isOurs(FileChannel channel) throws IOException {
        try {
            FileLock taken = channel.tryLock();
            return taken != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private Record gap(long number) {
        return Record.newBuilder()
                .setNumber(number)
                .setTimeMs(clock.millis())
                .setGap(Gap.newBuilder().setLost(lost).setReason(reason))
                .build();
    }
}

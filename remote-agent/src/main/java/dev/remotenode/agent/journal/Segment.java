package dev.remotenode.agent.journal;

import dev.remotenode.control.journal.Record;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file of the journal.
 *
 * @param first number of the record that it begins with
 */
record Segment(Path file, long first) {

    private static final Pattern NAME = Pattern.compile("(\\d{19})\\.journal");

    /**
     * What is in it, without all the records between.
     *
     * @param soundBytes where its last sound frame ends: what follows was never completed
     */
    record Extent(Optional<Record> first, Optional<Record> last, long soundBytes) {}

    /** The file for records from this number on. */
    static Segment in(Path folder, long first) {
        return new Segment(folder.resolve("%019d.journal".formatted(first)), first);
    }

    /** What a file of the folder is, if it is one of ours. */
    static Optional<Segment> of(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches()
                ? Optional.of(new Segment(file, Long.parseLong(name.group(1))))
                : Optional.empty();
    }

    /** Every sound record, whatever is damaged between; nothing if the file is gone by now. */
    List<Record> read() throws IOException {
        List<Record> records = new ArrayList<>();
        scan(frame -> frame.record().ifPresent(records::add));
        return records;
    }

    /** How far it goes. */
    Extent extent() throws IOException {
        List<Frame> ends = new ArrayList<>();
        scan(frame -> {
            if (ends.size() > 1) {
                ends.removeLast();
            }
            ends.add(frame);
        });
        return ends.isEmpty()
                ? new Extent(Optional.empty(), Optional.empty(), 0)
                : new Extent(
                        ends.getFirst().record(), ends.getLast().record(), ends.getLast().end());
    }

    private void scan(Consumer<Frame> visitor) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return;
        }
        Optional<Frame> frame = Frame.next(bytes, 0);
        while (frame.isPresent()) {
            visitor.accept(frame.get());
            frame = Frame.next(bytes, frame.get().end());
        }
    }
}

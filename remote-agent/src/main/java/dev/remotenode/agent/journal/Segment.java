package dev.remotenode.agent.journal;

import dev.remotenode.control.journal.Record;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
     * What is in it.
     *
     * @param soundBytes where its last sound frame ends: what follows was never completed
     */
    record Content(List<Record> records, long soundBytes) {

        Content {
            records = List.copyOf(records);
        }
    }

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
    Content read() throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new Content(List.of(), 0);
        }
        List<Record> records = new ArrayList<>();
        int end = 0;
        Optional<Frame> frame = Frame.next(bytes, end);
        while (frame.isPresent()) {
            records.add(frame.get().record());
            end = frame.get().end();
            frame = Frame.next(bytes, end);
        }
        return new Content(records, end);
    }
}

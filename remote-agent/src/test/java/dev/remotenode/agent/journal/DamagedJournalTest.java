package dev.remotenode.agent.journal;

import static dev.remotenode.agent.journal.TestJournal.exit;
import static dev.remotenode.agent.journal.TestJournal.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.agent.StandingClock;
import dev.remotenode.control.journal.Record;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not as they were left: every sound record is found, and recording goes on. */
class DamagedJournalTest {

    private static final int RECORDS = 5;

    @TempDir private Path folder;

    private final StandingClock clock = new StandingClock();
    private Path file;
    private byte[] sound;

    @BeforeEach
    void write() throws IOException {
        record(RECORDS, JournalLimits.DEFAULT);
        file = new SegmentFolder(folder).segments().getLast().file();
        sound = Files.readAllBytes(file);
    }

    /** As a daemon leaves it that is killed: at each byte, as it may be killed at any. */
    @Test
    void aTornTailIsCutOff() throws IOException {
        List<Integer> ends = ends();
        for (int length = 0; length <= sound.length; length++) {
            Files.write(file, Arrays.copyOf(sound, length));
            int whole = length;
            long complete = ends.stream().filter(end -> end <= whole).count();
            assertEquals(upTo(complete), numbers(), "cut after " + length);

            record(1, JournalLimits.DEFAULT);

            assertEquals(upTo(complete + 1), numbers(), "recorded after a cut at " + length);
            Files.write(file, new byte[0]);
        }
    }

    @Test
    void aDamagedPlaceCostsTheRecordsThatItIsIn() throws IOException {
        for (int place = 0; place < sound.length; place++) {
            byte[] damaged = sound.clone();
            damaged[place] ^= 0x55;
            Files.write(file, damaged);
            int there = place;
            long hit = ends().stream().filter(end -> end <= there).count() + 1;

            assertEquals(
                    upTo(RECORDS).stream().filter(number -> number != hit).toList(),
                    numbers(),
                    "damaged at " + place);
        }
    }

    @Test
    void rubbishAtTheEndIsCutOff() throws IOException {
        byte[] longer = Arrays.copyOf(sound, sound.length + 5000);
        Arrays.fill(longer, sound.length, longer.length, (byte) 'R');
        Files.write(file, longer);

        record(1, JournalLimits.DEFAULT);

        assertEquals(upTo(RECORDS + 1), numbers());
        assertTrue(Files.size(file) < sound.length + 5000, "nothing was cut off");
    }

    @Test
    void aFileThatVanishesIsDoneWithout() throws IOException {
        Files.delete(file);

        record(1, JournalLimits.DEFAULT);

        assertEquals(1, numbers().size());
    }

    @Test
    void oldRecordsGoWhenThereAreMany() throws IOException {
        JournalLimits small =
                new JournalLimits(2000, Duration.ofDays(1), 10_000, Duration.ofDays(31), 5000);
        for (int daemon = 0; daemon < 100; daemon++) {
            record(10, small);
        }

        SegmentFolder files = new SegmentFolder(folder);
        assertTrue(files.bytes() < 14_000, () -> "there are " + files);
        List<Long> numbers = numbers();
        assertEquals(RECORDS + 1000, numbers.getLast());
        assertEquals(
                LongStream.rangeClosed(numbers.getFirst(), numbers.getLast()).boxed().toList(),
                numbers);
        assertTrue(numbers.size() > 20, () -> "kept: " + numbers);
    }

    @Test
    void othersFilesAreLeftAlone() throws IOException {
        Path other = Files.writeString(folder.resolve("notes.journal"), "mine");

        record(1, JournalLimits.DEFAULT);

        assertEquals("mine", Files.readString(other));
        assertEquals(upTo(RECORDS + 1), numbers());
    }

    private void record(int count, JournalLimits limits) {
        Journal journal = new Journal(folder, limits, clock, Runnable::run);
        OperationRecorder recorder = new OperationRecorder(journal, clock);
        for (int number = 0; number < count; number++) {
            recorder.finished(run("db", "start", exit(0)));
        }
        journal.close().join();
    }

    private List<Integer> ends() {
        List<Frame> frames =
                IntStream.iterate(0, start -> start < sound.length, this::endAfter)
                        .mapToObj(start -> Frame.next(sound, start).orElseThrow())
                        .toList();
        return frames.stream().map(Frame::end).toList();
    }

    private int endAfter(int start) {
        return Frame.next(sound, start).orElseThrow().end();
    }

    private List<Long> numbers() {
        return TestJournal.in(folder).stream().map(Record::getNumber).toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}

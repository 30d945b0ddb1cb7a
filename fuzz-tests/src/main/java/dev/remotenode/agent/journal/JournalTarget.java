package dev.remotenode.agent.journal;

import dev.remotenode.control.journal.Record;
import dev.remotenode.fuzz.Claim;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A file of the journal, damaged in any way: reading comes to its end, frames do not overlap, and
 * what is written after the damage is found.
 */
public final class JournalTarget {

    private static final Record LATER = Record.newBuilder().setNumber(77).setTimeMs(7).build();

    private JournalTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        List<Frame> frames = frames(input);
        int end = 0;
        for (Frame frame : frames) {
            Claim.that(frame.start() >= end && frame.end() > frame.start(), "frames come in turn");
            Claim.that(frame.end() <= input.length, "frames are in the file");
            end = frame.end();
            var _ = frame.record();
        }
        byte[] longer = withLater(input);
        List<Frame> more = frames(longer);
        Claim.same(
                Optional.of(LATER),
                more.getLast().record(),
                "what is written after damage is found");
        Claim.that(more.size() > frames.size(), "what was found before is found still");
    }

    private static List<Frame> frames(byte[] content) {
        List<Frame> frames = new ArrayList<>();
        Optional<Frame> frame = Frame.next(content, 0);
        while (frame.isPresent()) {
            frames.add(frame.get());
            frame = Frame.next(content, frame.get().end());
        }
        return frames;
    }

    private static byte[] withLater(byte[] input) {
        ByteBuffer buffer = Frame.append(Frame.allocate(64), LATER).flip();
        byte[] longer = Arrays.copyOf(input, input.length + buffer.remaining());
        buffer.get(longer, input.length, buffer.remaining());
        return longer;
    }
}

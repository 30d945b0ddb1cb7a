package dev.remotenode.lab.witness;

import dev.remotenode.lab.agent.ActorAgent;
import dev.remotenode.lab.audit.Event;
import dev.remotenode.lab.audit.Run;
import dev.remotenode.lab.host.Host;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** What the runs of {@link ActorAgent} on a host have noted of themselves. */
public final class RunNotes {
    private RunNotes() {}

    /** A line of the notes. */
    record Note(
            boolean isBegin,
            Instant at,
            Run run,
            String resource,
            String action,
            long interval,
            int exitCode) {
        static Note parse(String line) {
            String[] words = line.strip().split(" ", -1);
            boolean isBegin = words[0].equals("begin");
            return new Note(
                    isBegin,
                    Instant.EPOCH.plus(Long.parseLong(words[1]), ChronoUnit.MICROS),
                    Run.mentionedIn("run=" + words[3]).orElseThrow(),
                    words[4],
                    words[5],
                    Long.parseLong(words[6]),
                    isBegin ? 0 : Integer.parseInt(words[7]));
        }

        Event event() {
            return isBegin
                    ? new Event.Begun(at, run, resource)
                    : new Event.Ended(at, run, exitCode);
        }

        /** The same note of a run that is known by another ticket. */
        Note of(String ticket) {
            Run same = new Run(ticket, run.pid(), run.begun());
            return new Note(isBegin, at, same, resource, action, interval, exitCode);
        }
    }

    /** Of operations that were asked for with a ticket. */
    public static List<Event> withTickets(Host host) {
        return read(host)
                .filter(note -> !note.run().ticket().equals("-"))
                .map(Note::event)
                .toList();
    }

    /** Whether a run with this ticket has begun. */
    public static boolean hasBegun(Host host, String ticket) {
        return read(host).anyMatch(note -> note.run().ticket().equals(ticket));
    }

    /** Whether a run with this ticket has come to its end. */
    public static boolean hasEnded(Host host, String ticket) {
        return read(host).anyMatch(note -> !note.isBegin() && note.run().ticket().equals(ticket));
    }

    /** All of them, in the order of time. */
    static Stream<Note> read(Host host) {
        Path notes = host.logs().resolve("actor/runs");
        try {
            return Files.exists(notes)
                    ? Files.readAllLines(notes).stream().map(Note::parse)
                    : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

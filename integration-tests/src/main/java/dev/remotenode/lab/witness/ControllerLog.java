package dev.remotenode.lab.witness;

import dev.remotenode.lab.audit.Event;
import dev.remotenode.lab.audit.Order;
import dev.remotenode.lab.audit.Verdict;
import dev.remotenode.lab.cluster.ClusterNode;
import dev.remotenode.lab.host.Host;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the controllers of a real cluster have asked of a remote node and heard from it, by their
 * logs, together with what the agents there have noted. An operation is known by its transition
 * key; agents are not told that, so that their runs are those of the last operation of their name.
 */
public final class ControllerLog {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy MMM dd HH:mm:ss.SSS", Locale.ROOT);
    private static final Pattern LINE =
            Pattern.compile(
                    "^(\\w+ \\d+ [\\d:.]+) \\S+ +pacemaker-controld *\\[\\d+\\] \\(\\w+\\)\\s+\\w+:"
                            + " (.*)$");
    private static final Pattern ASKS =
            Pattern.compile(
                    "Requesting local execution of \\S+ operation for (\\S+) on (\\S+) \\|"
                            + " transition_key=(\\S+) op_key=(\\S+)");
    private static final Pattern HEARS =
            Pattern.compile(
                    "Result of .+? operation for (\\S+) on (\\S+): (.*) \\|"
                            + ".*call=\\d+ key=(\\S+)(?: .*?)?(?:rc=(\\d+))?.*");

    /** These clocks go by the ticks of the kernel: they may be behind, but not so much. */
    private static final Duration BEHIND = Duration.ofMillis(10);

    private final Host remote;
    private final List<Event> events = new ArrayList<>();
    private final Map<String, NavigableMap<Instant, String>> tickets = new HashMap<>();

    private ControllerLog(Host remote) {
        this.remote = remote;
    }

    /** Joins what all members and the agents on a remote node have seen. */
    public static List<Event> read(List<ClusterNode> members, Host remote) {
        ControllerLog log = new ControllerLog(remote);
        members.stream()
                .flatMap(ControllerLog::lines)
                .sorted(Comparator.comparing(Line::at))
                .forEach(log::read);
        RunNotes.read(remote)
                .map(log::withTicket)
                .map(RunNotes.Note::event)
                .forEach(log.events::add);
        return log.events;
    }

    private record Line(Instant at, String member, String text) {}

    private static Stream<Line> lines(ClusterNode member) {
        Path file = member.host().logs().resolve("pacemaker/pacemaker.log");
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
                    .map(LINE::matcher)
                    .filter(Matcher::matches)
                    .map(line -> new Line(time(line.group(1)), member.name(), line.group(2)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant time(String text) {
        return LocalDateTime.parse(Year.now(ZoneId.systemDefault()) + " " + text, TIME)
                .atZone(ZoneId.systemDefault())
                .toInstant();
    }

    private void read(Line line) {
        Matcher asks = ASKS.matcher(line.text());
        if (asks.matches() && asks.group(2).equals(remote.name())) {
            asked(line.at(), asks.group(1), asks.group(3), asks.group(4));
            return;
        }
        Matcher hears = HEARS.matcher(line.text());
        if (!hears.matches()) {
            return;
        }
        if (hears.group(2).equals(remote.name())) {
            heard(line, hears.group(4), hears.group(3), Optional.ofNullable(hears.group(5)));
        } else if (hears.group(1).equals(remote.name())) {
            connection(line, hears.group(4), hears.group(3));
        }
    }

    private void asked(Instant at, String resource, String transition, String key) {
        boolean isOnce = key.endsWith("_0");
        String ticket = key + "@" + transition;
        Order.Kind kind = isOnce ? Order.Kind.ONCE : Order.Kind.EVERY_CHANGE;
        tickets.computeIfAbsent(key, _ -> new TreeMap<>()).put(at, ticket);
        events.add(new Event.Asked(at, new Order(ticket, resource, key, kind)));
        events.add(new Event.Accepted(at, ticket, 0));
    }

    private void heard(Line line, String key, String text, Optional<String> exitCode) {
        events.add(
                new Event.Reported(
                        line.at().plus(BEHIND),
                        line.member(),
                        ticket(key, line.at()),
                        Optional.empty(),
                        verdict(text, exitCode),
                        exitCode.map(Integer::parseInt).orElse(1),
                        Optional.empty()));
    }

    /** What becomes of the resource that is the connection is logged where it is. */
    private void connection(Line line, String key, String text) {
        boolean isUp =
                text.startsWith("ok")
                        && (key.contains("_start_") || key.contains("_migrate_from_"));
        boolean isDown = key.contains("_stop_") || key.contains("_migrate_to_");
        if (isUp) {
            events.add(new Event.Joined(line.at(), line.member()));
        } else if (isDown) {
            events.add(new Event.Left(line.at(), line.member()));
        }
    }

    private static Verdict verdict(String text, Optional<String> exitCode) {
        if (text.startsWith("Cancelled")) {
            return Verdict.CANCELLED;
        }
        if (text.startsWith("Timed")) {
            return Verdict.TIMED_OUT;
        }
        return exitCode.isPresent() ? Verdict.DONE : Verdict.FAILED;
    }

    private RunNotes.Note withTicket(RunNotes.Note note) {
        String key = "%s_%s_%d".formatted(note.resource(), note.action(), note.interval());
        Instant begun = Instant.EPOCH.plusNanos(note.run().begun() * 1_000);
        return note.of(ticket(key, begun));
    }

    private String ticket(String key, Instant at) {
        return Optional.ofNullable(tickets.get(key))
                .map(all -> all.floorEntry(at))
                .map(Map.Entry::getValue)
                .orElse(key + "@nobody");
    }
}

package dev.remotenode.lab.witness;

import dev.remotenode.lab.audit.Event;
import dev.remotenode.lab.host.Host;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Processes on a host that belong to operations: their environment has the ticket. */
public final class Leftovers {
    private static final Pattern TICKET = Pattern.compile("(?:^|\0)OCF_RESKEY_ticket=([^\0]+)");

    private static final Duration SOON = Duration.ofSeconds(2);

    private Leftovers() {}

    /** Those that are there now. */
    public static List<Event.Seen> on(Host host) {
        try (Stream<Path> processes = Files.list(host.file("/proc"))) {
            Instant now = Instant.now();
            return processes.flatMap(process -> seen(process, now).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that are there now and do not go away soon, as what was killed takes a moment to. */
    public static List<Event.Seen> stayingOn(Host host) {
        List<Event.Seen> staying = new ArrayList<>(on(host));
        long deadline = System.nanoTime() + SOON.toNanos();
        while (!staying.isEmpty() && System.nanoTime() - deadline < 0) {
            List<Event.Seen> now = on(host);
            staying.removeIf(before -> now.stream().noneMatch(later -> isSame(before, later)));
        }
        return staying;
    }

    /** Whether two looks have seen one process. */
    static boolean isSame(Event.Seen one, Event.Seen other) {
        return one.pid() == other.pid() && one.ticket().equals(other.ticket());
    }

    private static Optional<Event.Seen> seen(Path process, Instant now) {
        String pid = process.getFileName().toString();
        if (!pid.chars().allMatch(Character::isDigit)) {
            return Optional.empty();
        }
        try {
            // Files of /proc have no size, which the shorter ways to read go by.
            Matcher ticket =
                    TICKET.matcher(
                            new String(
                                    Files.readAllBytes(process.resolve("environ")),
                                    StandardCharsets.ISO_8859_1));
            return ticket.find()
                    ? Optional.of(new Event.Seen(now, ticket.group(1), Long.parseLong(pid)))
                    : Optional.empty();
        } catch (IOException endedMeanwhile) {
            return Optional.empty();
        }
    }
}

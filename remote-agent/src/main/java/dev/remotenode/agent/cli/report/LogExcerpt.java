package dev.remotenode.agent.cli.report;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The end of a log file in Pacemaker's form, from a moment on. */
record LogExcerpt(Path file, Optional<Instant> since, Instant now) {
    private static final int MOST_BYTES = 8 << 20;
    private static final int TIME_LENGTH = "Nov 21 03:55:55".length();

    String text() {
        try {
            List<String> lines = end().lines().toList();
            return String.join("\n", lines.subList(begin(lines), lines.size())) + "\n";
        } catch (IOException e) {
            return "(%s cannot be read)%n".formatted(file);
        }
    }

    private String end() throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long length = Math.min(MOST_BYTES, log.length());
            byte[] bytes = new byte[(int) length];
            log.seek(log.length() - length);
            log.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** Lines without a time belong to the one before them. */
    private int begin(List<String> lines) {
        if (since.isEmpty()) {
            return 0;
        }
        for (int number = 0; number < lines.size(); number++) {
            if (time(lines.get(number)).filter(time -> !time.isBefore(since.get())).isPresent()) {
                return number;
            }
        }
        return lines.size();
    }

    /** The log leaves the year out: it is the latest in which the day is not in the future. */
    private Optional<Instant> time(String line) {
        if (line.length() < TIME_LENGTH) {
            return Optional.empty();
        }
        ZoneId zone = ZoneId.systemDefault();
        int year = now.atZone(zone).getYear();
        return time(line, year, zone)
                .filter(time -> !time.isAfter(now))
                .or(() -> time(line, year - 1, zone));
    }

    private static Optional<Instant> time(String line, int year, ZoneId zone) {
        DateTimeFormatter form =
                new DateTimeFormatterBuilder()
                        .appendPattern("MMM ppd HH:mm:ss")
                        .parseDefaulting(ChronoField.YEAR, year)
                        .toFormatter(Locale.ENGLISH);
        try {
            return Optional.of(
                    LocalDateTime.parse(line.substring(0, TIME_LENGTH), form)
                            .atZone(zone)
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

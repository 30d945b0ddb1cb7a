package dev.remotenode.agent.logging;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * The shape of a line in a log file: {@code Nov 21 03:16:52.255 host pacemaker-remoted [pid]
 * (function) severity: text}, the columns as wide as Pacemaker makes them, which tools that read
 * its log rely on.
 */
final class DetailFormat {
    private static final List<String> MONTHS =
            List.of(
                    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
                    "Dec");

    private final ZoneId zone = ZoneId.systemDefault();
    private final String origin;

    /**
     * @param daemon the daemon's name
     */
    DetailFormat(String daemon) {
        String padding = " ".repeat(Math.max(0, 20 - daemon.length()));
        this.origin =
                " "
                        + HostName.ofThisNode()
                        + " "
                        + daemon
                        + padding
                        + "["
                        + ProcessHandle.current().pid()
                        + "] ";
    }

    String format(LogLine line) {
        StringBuilder text = new StringBuilder(160);
        appendTime(text, line.time().atZone(zone));
        text.append(origin);
        return text.append(ShortFormat.format(line)).toString();
    }

    // By hand: java.time's formatter would load the locale data of the whole JDK at start.
    private static void appendTime(StringBuilder text, ZonedDateTime time) {
        text.append(MONTHS.get(time.getMonthValue() - 1)).append(' ');
        appendNumber(text, 2, time.getDayOfMonth()).append(' ');
        appendNumber(text, 2, time.getHour()).append(':');
        appendNumber(text, 2, time.getMinute()).append(':');
        appendNumber(text, 2, time.getSecond()).append('.');
        appendNumber(text, 3, time.getNano() / 1_000_000);
    }

    private static StringBuilder appendNumber(StringBuilder text, int digits, int number) {
        String plain = Integer.toString(number);
        return text.repeat('0', digits - plain.length()).append(plain);
    }
}

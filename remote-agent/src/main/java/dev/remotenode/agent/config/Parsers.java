package dev.remotenode.agent.config;

import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How values are written in the environment. All of these take what Pacemaker takes. */
final class Parsers {
    private static final Pattern LEADING_NUMBER = Pattern.compile("\\s*\\+?(\\d{1,9}).*");
    private static final Pattern HOST_AND_PORT =
            Pattern.compile("(?:\\[?([^\\[\\]]+)\\]?:)?(\\d{1,5})");
    private static final String LOOPBACK = "127.0.0.1";
    private static final Set<String> YES = Set.of("true", "on", "yes", "y", "1");
    private static final Set<String> NO = Set.of("false", "off", "no", "n", "0");

    private Parsers() {}

    /** Any text; empty text counts as not set. */
    static Optional<String> text(String text) {
        return Optional.of(text).filter(given -> !given.isEmpty());
    }

    /** Words, separated by blanks or commas. */
    static List<String> list(String text) {
        return Arrays.stream(text.split("[\\s,]+")).filter(word -> !word.isEmpty()).toList();
    }

    /** A file; empty text counts as not set. */
    static Optional<Path> path(String text) {
        return text(text).map(Path::of);
    }

    /** An absolute path, or empty for {@code none}. */
    static Optional<Path> pathOrNone(String text) throws InvalidValueException {
        if (text.equals("none")) {
            return Optional.empty();
        }
        if (!text.startsWith("/")) {
            throw new InvalidValueException("an absolute path or none");
        }
        return Optional.of(Path.of(text));
    }

    /**
     * A port of the loopback interface, an address with a port, a socket, or empty for no place.
     */
    static Optional<MetricsPlace> metricsPlace(String text) throws InvalidValueException {
        if (text.isEmpty() || text.equals("no")) {
            return Optional.empty();
        }
        if (text.startsWith("/")) {
            return Optional.of(new MetricsPlace.Socket(Path.of(text)));
        }
        Matcher place = HOST_AND_PORT.matcher(text);
        if (!place.matches()) {
            throw new InvalidValueException(
                    "a port, an address and a port, or the path of a socket");
        }
        String host = Optional.ofNullable(place.group(1)).orElse(LOOPBACK);
        return Optional.of(new MetricsPlace.Port(host, port(place.group(2))));
    }

    /** A decimal TCP port; what follows the digits does not matter, as with {@code strtol}. */
    static int port(String text) throws InvalidValueException {
        Matcher matcher = LEADING_NUMBER.matcher(text);
        int port = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        if (port < 1 || port > 65_535) {
            throw new InvalidValueException("a port from 1 to 65535");
        }
        return port;
    }

    /** A time in seconds unless a unit follows; empty text and zero count as not set. */
    static Optional<Duration> time(String text) throws InvalidValueException {
        Optional<Duration> time = TimeText.parse(text);
        if (time.isEmpty() && !text.matches("0*")) {
            throw new InvalidValueException("a time such as 10, 500ms or 2min");
        }
        return time;
    }

    /** Access rights as an octal number. */
    static Set<PosixFilePermission> fileMode(String text) throws InvalidValueException {
        if (!text.matches("0*[0-7]{1,3}")) {
            throw new InvalidValueException("an octal number such as 0660");
        }
        int mode = Integer.parseInt(text, 8);
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        int bit = 0400;
        // The enumeration goes from the owner's read right down to the others' execute right.
        for (PosixFilePermission permission : PosixFilePermission.values()) {
            if ((mode & bit) != 0) {
                permissions.add(permission);
            }
            bit >>= 1;
        }
        return permissions;
    }

    /** A yes or no. */
    static boolean yesOrNo(String text) throws InvalidValueException {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!YES.contains(lower) && !NO.contains(lower)) {
            throw new InvalidValueException("yes or no");
        }
        return YES.contains(lower);
    }

    /** By its exact name; none means the default. */
    static FirstProcessMode firstProcessMode(String text) throws InvalidValueException {
        return switch (text) {
            case "", "default" -> FirstProcessMode.DEFAULT;
            case "full" -> FirstProcessMode.FULL;
            case "vars" -> FirstProcessMode.VARS;
            default -> throw new InvalidValueException("default, full or vars");
        };
    }

    /** A yes or no, or an absolute path, which is a yes in another place. */
    static LocalTools localTools(String text) throws InvalidValueException {
        if (text.startsWith("/")) {
            return new LocalTools.PrivateFolder(Path.of(text));
        }
        return yesOrNo(text) ? new LocalTools.UsualPlace() : new LocalTools.NotServed();
    }

    /** A yes or no, or a list of daemons, which is a yes if {@code daemon} is among them. */
    static boolean forDaemon(String daemon, String text) {
        return YES.contains(text.toLowerCase(Locale.ROOT))
                || Arrays.stream(text.split(",")).map(String::strip).anyMatch(daemon::equals);
    }

    /** A syslog facility, or empty for {@code none}. */
    static Optional<SyslogFacility> facility(String text) throws InvalidValueException {
        if (text.equals("none") || text.equals("/dev/null")) {
            return Optional.empty();
        }
        return Optional.of(
                SyslogFacility.named(text)
                        .orElseThrow(() ->
                                new InvalidValueException(
                                        "none, daemon, user or local0 to local7")));
    }

    /** A severity by its name. */
    static Severity severity(String text) throws InvalidValueException {
        return Severity.named(text)
                .orElseThrow(() ->
                        new InvalidValueException(
                                "emerg, alert, crit, error, warning, notice, info or" + " debug"));
    }
}

package dev.remotenode.agent.cli;

import dev.remotenode.agent.config.TimeText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** From when on something is wanted, as people write it. */
final class Since {
    private static final String OPTION = "--since";
    private static final Pattern DAYS = Pattern.compile("(\\d{1,5}) *(?:d|days?)");

    /** What 'remotectl ops' writes is understood, too. */
    private static final List<Function<String, Instant>> MOMENTS =
            List.of(
                    Instant::parse,
                    text -> local(LocalDateTime.parse(text.replace(' ', 'T'))),
                    text -> local(LocalDate.parse(text).atStartOfDay()),
                    text ->
                            local(
                                    LocalDate.now(ZoneId.systemDefault())
                                            .atTime(LocalTime.parse(text))));

    private Since() {}

    /**
     * The option.
     *
     * @param what begins its meaning: "Only what ended"
     */
    static OptionSpec option(String what) {
        return OptionSpec.builder("-s", OPTION)
                .type(String.class)
                .paramLabel("TIME")
                .description(
                        what
                                + " in this time until now, in seconds unless a unit follows, such as min,"
                                + " h or d; or since a moment, such as '2026-11-21 13:00', 13:00 (today) or"
                                + " 2026-11-21T13:00:00Z")
                .build();
    }

    /** The moment, if the command line says one. */
    static Optional<Instant> read(ParseResult arguments) throws CommandException {
        Optional<String> text = Optional.ofNullable(arguments.matchedOptionValue(OPTION, null));
        return text.isEmpty() ? Optional.empty() : Optional.of(parse(text.get().strip()));
    }

    /**
     * Reads a moment.
     *
     * @throws CommandException if it is none
     */
    static Instant parse(String text) throws CommandException {
        return duration(text)
                .map(ago -> Instant.now().minus(ago))
                .or(() -> MOMENTS.stream().flatMap(form -> moment(text, form)).findFirst())
                .orElseThrow(() ->
                        new CommandException(
                                ExitStatus.USAGE,
                                ("'%s' is neither a time such as 30min or 2d nor a moment such as"
                                                + " '2026-11-21 13:00' or 2026-11-21T13:00:00Z")
                                        .formatted(text)));
    }

    private static Optional<Duration> duration(String text) {
        Matcher days = DAYS.matcher(text);
        return days.matches()
                ? Optional.of(Duration.ofDays(Long.parseLong(days.group(1))))
                : TimeText.parse(text);
    }

    private static Stream<Instant> moment(String text, Function<String, Instant> form) {
        try {
            return Stream.of(form.apply(text));
        } catch (DateTimeParseException e) {
            return Stream.empty();
        }
    }

    private static Instant local(LocalDateTime time) {
        return time.atZone(ZoneId.systemDefault()).toInstant();
    }
}

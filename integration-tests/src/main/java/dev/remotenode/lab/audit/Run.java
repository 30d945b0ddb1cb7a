package dev.remotenode.lab.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One run of an agent: its ticket, its process, and when that began, as process ids come again.
 *
 * @param begun microseconds since the epoch
 */
public record Run(String ticket, long pid, long begun) {
    private static final Pattern TEXT = Pattern.compile("run=(\\S+)/(\\d+)/(\\d+)");

    /** What an agent has written about itself, if it has. */
    public static Optional<Run> mentionedIn(String output) {
        Matcher text = TEXT.matcher(output);
        return text.find()
                ? Optional.of(
                        new Run(
                                text.group(1),
                                Long.parseLong(text.group(2)),
                                Long.parseLong(text.group(3))))
                : Optional.empty();
    }
}

package dev.remotenode.lab.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A time during which something was so.
 *
 * @param from when it was first seen, since the recording began
 * @param to when it was first seen to be over, or the end of the recording
 */
public record Span<T>(T what, Duration from, Duration to) {
    public Duration length() {
        return to.minus(from);
    }

    /** The spans of all that was the case in some of these samples, in order of their begin. */
    static <T> List<Span<T>> in(List<Sample> samples, Function<Sample, Set<T>> facts) {
        List<Span<T>> past = new ArrayList<>();
        Map<T, Duration> begun = new LinkedHashMap<>();
        for (Sample sample : samples) {
            Set<T> now = facts.apply(sample);
            begun.entrySet()
                    .removeIf(entry -> {
                        boolean over = !now.contains(entry.getKey());
                        if (over) {
                            past.add(new Span<>(entry.getKey(), entry.getValue(), sample.at()));
                        }
                        return over;
                    });
            now.forEach(fact -> begun.putIfAbsent(fact, sample.at()));
        }
        if (!samples.isEmpty()) {
            Duration end = samples.getLast().at();
            begun.forEach((fact, begin) -> past.add(new Span<>(fact, begin, end)));
        }
        past.sort(Comparator.comparing(Span::from));
        return past;
    }
}

package dev.remotenode.bench.predictability;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the daemon's JVM has written about itself, by the clock that {@link System#nanoTime()} reads
 * in all processes of a machine.
 *
 * @param pauses when all of its threads stood still
 * @param compilations when its compiler began with a method
 */
record JvmLog(List<Pause> pauses, List<Long> compilations) {
    /** What has a JVM write it, in a variable that it looks at after its command line. */
    static final String VARIABLE = "_JAVA_OPTIONS";

    private static final String MOMENT = "^\\[(\\d+)ns\\]";
    private static final Pattern PAUSE =
            Pattern.compile(MOMENT + " Safepoint \"(\\w+)\",.* Total: +(\\d+) ns");
    private static final Pattern COMPILATION = Pattern.compile(MOMENT + " +\\d+ +.*::");

    /** All threads stood still, for this operation of the JVM. */
    record Pause(String operation, Span span) {}

    /** The value of {@link #VARIABLE} for a log in this file. */
    static String options(String file) {
        return "-Xlog:safepoint=info,jit+compilation=debug:file=%s:timenanos:filecount=0"
                .formatted(file);
    }

    static JvmLog parse(Stream<String> lines) {
        List<Pause> pauses = new ArrayList<>();
        List<Long> compilations = new ArrayList<>();
        lines.forEach(line -> {
            Matcher pause = PAUSE.matcher(line);
            if (pause.find()) {
                long end = Long.parseLong(pause.group(1));
                long length = Long.parseLong(pause.group(3));
                pauses.add(new Pause(pause.group(2), new Span(end - length, end)));
                return;
            }
            Matcher compilation = COMPILATION.matcher(line);
            if (compilation.find()) {
                compilations.add(Long.parseLong(compilation.group(1)));
            }
        });
        return new JvmLog(pauses, compilations);
    }

    List<Pause> pausesIn(Span span) {
        return pauses.stream().filter(pause -> span.within(List.of(pause.span)) > 0).toList();
    }

    /** Those pauses that begin in a span, and the compilations as well. */
    JvmLog during(Span span) {
        return new JvmLog(
                pauses.stream().filter(pause -> contains(span, pause.span.begin())).toList(),
                compilations.stream().filter(moment -> contains(span, moment)).toList());
    }

    private static boolean contains(Span span, long moment) {
        return moment >= span.begin() && moment <= span.end();
    }
}

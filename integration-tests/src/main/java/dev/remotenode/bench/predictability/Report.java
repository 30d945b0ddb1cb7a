package dev.remotenode.bench.predictability;

import dev.remotenode.bench.predictability.Diagnosis.Cause;
import dev.remotenode.bench.predictability.Diagnosis.Finding;
import dev.remotenode.bench.result.Figures;
import dev.remotenode.bench.result.Samples;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What was seen.
 *
 * @param watched for how long
 * @param waits how long each poke took
 */
record Report(Span watched, Counts counts, List<Span> waits, Diagnosis diagnosis) {
    private static final double LIMIT_MILLIS = 20;
    private static final int TOLD = 20;
    private static final double MILLIS_PER_SECOND = 1000;

    /** Tables in Markdown. */
    @Override
    public String toString() {
        List<Span> tooLong = waits.stream().filter(wait -> wait.millis() > LIMIT_MILLIS).toList();
        long own =
                tooLong.stream()
                        .filter(wait -> diagnosis.of(wait).cause() != Cause.MACHINE)
                        .count();
        return table(tooLong, own)
                + (tooLong.isEmpty() ? "" : listing(tooLong))
                + "\nNo pause over 20 ms that is not the machine's: %s\n"
                        .formatted(own == 0 ? "yes" : "**no**");
    }

    private String table(List<Span> tooLong, long own) {
        double seconds = watched.millis() / MILLIS_PER_SECOND;
        Samples pokes = samples(waits);
        List<String> lines = new ArrayList<>();
        lines.add("| in %.0f minutes | |".formatted(seconds / 60));
        lines.add("| --- | ---: |");
        lines.add(row("actions run", counts.actions()));
        lines.add(row("of which failed", counts.failures()));
        lines.add(row("actions a second", counts.actions() / seconds));
        lines.add(row("configurations of 10 MB carried", diagnosis.carried().size()));
        lines.add(row("longest of them under way, ms", worst(diagnosis.carried())));
        lines.add(row("pokes", waits.size()));
        lines.add(row("poke, median, ms", pokes.median()));
        lines.add(row("poke, 99 of 100 within, ms", pokes.worstOfHundred()));
        lines.add(row("poke, worst, ms", pokes.worst()));
        lines.add(row("pauses over 20 ms", tooLong.size()));
        lines.add(row("of which not the machine's", (int) own));
        List<Span> still = diagnosis.jvm().pauses().stream().map(JvmLog.Pause::span).toList();
        lines.add(row("times that all threads of the daemon stood still", still.size()));
        lines.add(row("longest of them, ms", worst(still)));
        lines.add(row("methods compiled", diagnosis.jvm().compilations().size()));
        lines.add(
                row(
                        "a thread that only sleeps overslept at worst, ms",
                        worst(diagnosis.hiccups())));
        lines.add(row("taken from this machine by its host, ms", counts.stolenMillis()));
        return String.join("\n", lines) + "\n";
    }

    private String listing(List<Span> tooLong) {
        List<String> lines = new ArrayList<>();
        lines.add("\n| pause, after s | ms | because |");
        lines.add("| ---: | ---: | --- |");
        tooLong.stream()
                .sorted(Comparator.comparingLong(Span::length).reversed())
                .limit(TOLD)
                .forEach(wait -> {
                    Finding finding = diagnosis.of(wait);
                    double after =
                            new Span(watched.begin(), wait.begin()).millis() / MILLIS_PER_SECOND;
                    lines.add(
                            "| %s | %s | %s |"
                                    .formatted(
                                            Figures.rounded(after),
                                            Figures.rounded(wait.millis()),
                                            finding.words()));
                });
        return String.join("\n", lines) + "\n";
    }

    private static Samples samples(List<Span> spans) {
        return new Samples(spans.stream().map(Span::millis).toList());
    }

    private static double worst(List<Span> spans) {
        return spans.stream().mapToDouble(Span::millis).max().orElse(0);
    }

    private static String row(String title, int value) {
        return "| %s | %d |".formatted(title, value);
    }

    private static String row(String title, double value) {
        return "| %s | %s |".formatted(title, Figures.rounded(value));
    }
}

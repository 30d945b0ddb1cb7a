package dev.remotenode.bench;

import java.util.ArrayList;
import java.util.List;

/** The results as a table in Markdown. */
record Report(Subject ours, Subject theirs) {
    String table() {
        List<String> lines = new ArrayList<>();
        lines.add("| | unit | ours | Pacemaker's | ours is |");
        lines.add("| --- | --- | ---: | ---: | --- |");
        for (Metric metric : Metric.values()) {
            Samples us = ours.samples(metric);
            Samples them = theirs.samples(metric);
            lines.add(row(metric, "median", us.median(), them.median()));
            if (metric.tailMatters()) {
                lines.add(
                        row(
                                metric,
                                "99 of 100 within",
                                us.worstOfHundred(),
                                them.worstOfHundred()));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String row(Metric metric, String statistic, double us, double them) {
        return "| %s, %s | %s | %s | %s | %s |"
                .formatted(
                        metric.title(),
                        statistic,
                        metric.unit(),
                        Units.rounded(us),
                        Units.rounded(them),
                        metric.compare(us, them));
    }
}

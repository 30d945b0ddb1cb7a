package dev.remotenode.soak;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much of what the daemons take has changed, for people. */
record Table(List<Growth> played, List<Growth> cluster) {
    boolean isFlat() {
        return Stream.concat(played.stream(), cluster.stream()).allMatch(Growth::isFlat);
    }

    String text() {
        return "| median of | 2nd quarter | last quarter | |\n| --- | ---: | ---: | --- |\n"
                + rows("300 resources", played)
                + rows("in a cluster", cluster);
    }

    private static String rows(String whose, List<Growth> all) {
        return all.stream()
                .map(growth ->
                        String.format(
                                Locale.ROOT,
                                "| %s: %s | %.1f | %.1f | %s |\n",
                                whose,
                                growth.measure(),
                                growth.before(),
                                growth.after(),
                                growth.isFlat() ? "flat" : "GROWS"))
                .collect(Collectors.joining());
    }
}

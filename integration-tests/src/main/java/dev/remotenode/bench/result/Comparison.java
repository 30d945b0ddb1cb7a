package dev.remotenode.bench.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An earlier run and a later one on the same machine. Pacemaker's daemon is the control: it has not
 * changed in between, so that what has changed of it is the machine.
 */
public final class Comparison {
    private final Run before;
    private final Run after;

    private Comparison(Run before, Run after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Compares runs.
     *
     * @throws OtherMachineException if they are of different machines
     */
    public static Comparison of(Run before, Run after) throws OtherMachineException {
        List<String> differences = before.machine().differencesTo(after.machine());
        if (!differences.isEmpty()) {
            throw new OtherMachineException(differences);
        }
        return new Comparison(before, after);
    }

    /** The comparison as a table in Markdown. */
    public String markdown() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%s\n%s (%s) and %s (%s)\n"
                        .formatted(
                                after.machine(),
                                before.begun(),
                                before.extent(),
                                after.begun(),
                                after.extent()));
        lines.add("| | unit | before | after | after is | more than chance | Pacemaker's is |");
        lines.add("| --- | --- | ---: | ---: | --- | --- | --- |");
        for (Quantity quantity : Quantity.all()) {
            for (Statistic statistic : quantity.statistics()) {
                change(quantity, Place.OURS)
                        .ifPresent(ours -> lines.add(row(quantity, statistic, ours)));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private String row(Quantity quantity, Statistic statistic, Change ours) {
        return "| %s, %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        quantity.title(),
                        statistic.title(),
                        quantity.unit(),
                        Figures.rounded(statistic.of(ours.before)),
                        Figures.rounded(statistic.of(ours.after)),
                        ours.words(quantity, statistic),
                        statistic == Statistic.MEDIAN ? (ours.isClear() ? "yes" : "no") : "",
                        change(quantity, Place.THEIRS)
                                .map(theirs -> theirs.words(quantity, statistic))
                                .orElse(""));
    }

    private Optional<Change> change(Quantity quantity, Place place) {
        Optional<Samples> earlier = before.results().find(quantity, place);
        Optional<Samples> later = after.results().find(quantity, place);
        return earlier.isPresent() && later.isPresent()
                ? Optional.of(new Change(earlier.get(), later.get()))
                : Optional.empty();
    }

    private record Change(Samples before, Samples after) {
        String words(Quantity quantity, Statistic statistic) {
            return quantity.better().compare(statistic.of(after), statistic.of(before));
        }

        /** Whether the medians differ beyond what samples differ by chance. */
        boolean isClear() {
            return !before.medianInterval().touches(after.medianInterval());
        }
    }
}

package dev.remotenode.bench.page;

import com.samskivert.mustache.Mustache;
import dev.remotenode.bench.result.GoalCount;
import dev.remotenode.bench.result.Group;
import dev.remotenode.bench.result.Place;
import dev.remotenode.bench.result.ResultTable;
import dev.remotenode.bench.result.Run;
import dev.remotenode.lab.host.Script;
import java.util.List;
import java.util.stream.Stream;

/**
 * A run as one self-contained page, with a picture of each quantity. It needs neither a network nor
 * scripts, and follows the reader's choice of light or dark.
 */
public record ResultPage(Run run) {
    /** The whole page. */
    public String html() {
        return Mustache.compiler()
                .compile(Script.beside(ResultPage.class, "page.html"))
                .execute(
                        new View(
                                run.surroundings(),
                                GoalCount.of(run.results()).toString(),
                                run.extent(),
                                Stream.of(Group.values())
                                        .map(this::section)
                                        .filter(section -> !section.rows.isEmpty())
                                        .toList()));
    }

    private Section section(Group group) {
        return new Section(
                group.title(),
                group.places().stream().map(Place::title).toList(),
                run.results().quantities(group).stream()
                        .map(quantity -> Chart.of(run.results(), quantity))
                        .toList(),
                new ResultTable(run.results(), group).rows().stream().map(Row::of).toList());
    }

    /** What the template asks for, by these names. */
    private record View(String surroundings, String goals, String extent, List<Section> sections) {}

    private record Section(String title, List<String> places, List<Chart> charts, List<Row> rows) {}

    /** A row of the table, in words for this page. */
    private record Row(
            String title,
            String unit,
            List<String> cells,
            String comparison,
            String goal,
            String verdict,
            String colour) {
        static Row of(ResultTable.Row row) {
            return new Row(
                    row.title().replace("`", ""),
                    row.unit(),
                    row.cells(),
                    row.comparison(),
                    row.goal(),
                    row.met().map(met -> met ? "met" : "not met").orElse(""),
                    row.met().map(met -> met ? "met" : "missed").orElse(""));
        }
    }
}

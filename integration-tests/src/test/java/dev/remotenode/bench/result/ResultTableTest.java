package dev.remotenode.bench.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultTableTest {
    private final Results results = new Results();

    @Test
    void putsMediansSideBySideWithTheirRange() {
        measure(Metric.START, Place.OURS, 190.0, 150.0, 310.0);
        measure(Metric.START, Place.THEIRS, 380.0);

        assertEquals(
                """
                | | unit | ours | Pacemaker's | ours is | goal | met |
                | --- | --- | ---: | ---: | --- | --- | --- |
                | from exec to listening, median | ms | 190 (150 to 310) | 380 | 2.0 times better | at most 200 | yes |
                | from exec to listening, worst | ms | 310 | 380 | 1.2 times better | at most 300 | **no** |
                """,
                new ResultTable(results, Group.REMOTE_NODE).markdown());
    }

    @Test
    void measuresAGoalByWhatElseWasMeasured() {
        measure(Tool.CRM_MON, Place.MEMBER, 10.0);
        measure(Tool.CRM_MON, Place.OURS, 20.1);

        ResultTable.Row row = new ResultTable(results, Group.CLUSTER).rows().getFirst();
        assertEquals("at most 2 times the cluster node's", row.goal());
        assertEquals(Optional.of(false), row.met());
        assertEquals(List.of("10.0", "20.1", ""), row.cells());
    }

    @Test
    void leavesOpenWhetherAGoalIsMetWithoutAnythingToMeasureItBy() {
        measure(Tool.CRM_MON, Place.OURS, 20.1);

        assertEquals(
                Optional.empty(), new ResultTable(results, Group.CLUSTER).rows().getFirst().met());
    }

    @Test
    void meetsARowsGoalsOnlyTogether() {
        measure(Metric.THROUGHPUT, Place.OURS, 2100.0);
        measure(Metric.THROUGHPUT, Place.THEIRS, 1100.0);

        ResultTable.Row row = new ResultTable(results, Group.REMOTE_NODE).rows().getFirst();
        assertEquals("at least 2000, at least 2 times Pacemaker's", row.goal());
        assertEquals(Optional.of(false), row.met());
    }

    @ParameterizedTest
    @CsvSource({
        "LOWER, 1, 4, 4.0 times better",
        "LOWER, 4, 1, 4.0 times worse",
        "HIGHER, 4, 1, 4.0 times better",
        "LOWER, 0, 120, better",
        "LOWER, 120, 0, worse",
        "LOWER, 0, 0, equal",
    })
    void comparesInWords(Better better, double ours, double theirs, String words) {
        assertEquals(words, better.compare(ours, theirs));
    }

    /** Every quantity has its row, and every goal its place. */
    @Test
    void tellsAllThatIsMeasured() {
        String text = ResultText.of(Runs.complete());
        for (Quantity quantity : Quantity.all()) {
            assertTrue(text.contains("| " + quantity.title() + ", median |"), text);
        }
        assertTrue(text.startsWith("2026-11-28, 2 processors (Example 1000), 24 GB"), text);
        long goals = text.lines().filter(line -> line.matches(".*\\| at (most|least) .*")).count();
        assertEquals(goals, GoalCount.of(Runs.complete().results()).all());
    }

    private void measure(Quantity quantity, Place place, Double... values) {
        results.of(quantity, place).addAll(List.of(values));
    }
}

package dev.remotenode.bench.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void refusesRunsOfDifferentMachinesAndSaysInWhat() {
        Machine other = new Machine("ccdd2233", "Example 1000", 4, 24, "6.1.0");
        OtherMachineException refusal =
                assertThrows(
                        OtherMachineException.class,
                        () -> Comparison.of(Runs.complete(), Runs.on(other, new Results())));
        assertEquals(
                """
                These runs are of different machines, and their figures cannot be compared.
                  number of processors: 2 and 4
                  identity: 0011aabb and ccdd2233\
                """,
                refusal.getMessage());
    }

    @Test
    void aMachineIsLikeItself() {
        assertEquals(java.util.List.of(), Machine.here().differencesTo(Machine.here()));
    }

    @Test
    void showsWhatHasChangedBesideTheControl() throws OtherMachineException {
        Results before = spread(10);
        before.of(Metric.POKE, Place.THEIRS).add(44.0);
        Results after = spread(5);
        after.of(Metric.POKE, Place.THEIRS).add(44.0);

        String table = Comparison.of(Runs.of(before), Runs.of(after)).markdown();
        assertTrue(
                table.contains(
                        "| poke, from request to notice, median | ms | 10.2 | 5.24 |"
                                + " 2.0 times better | yes | equal |"),
                table);
    }

    @Test
    void tellsChanceFromChange() throws OtherMachineException {
        String table = Comparison.of(Runs.of(spread(10)), Runs.of(spread(10.05))).markdown();
        assertTrue(table.contains("| 10.2 | 10.3 | 1.0 times worse | no |  |"), table);
    }

    @Test
    void leavesOutWhatOnlyOneOfThemHas() throws OtherMachineException {
        String table = Comparison.of(Runs.of(spread(10)), Runs.of(new Results())).markdown();
        assertTrue(table.endsWith("| --- | --- | ---: | ---: | --- | --- | --- |\n"), table);
    }

    /** Fifty samples from this value on, each a little greater. */
    private static Results spread(double from) {
        return Runs.measured(
                Metric.POKE,
                Place.OURS,
                IntStream.range(0, 50).mapToObj(i -> from + i / 100.0).toArray(Double[]::new));
    }
}

package dev.remotenode.agent.cli.report;

import static dev.remotenode.agent.cli.report.Reports.connected;
import static dev.remotenode.agent.cli.report.Reports.daemonStart;
import static dev.remotenode.agent.cli.report.Reports.disconnected;
import static dev.remotenode.agent.cli.report.Reports.failed;
import static dev.remotenode.agent.cli.report.Reports.fine;
import static dev.remotenode.agent.cli.report.Reports.repeated;
import static dev.remotenode.agent.cli.report.Reports.timedOut;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.agent.cli.history.JournalEntry;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class PicturesTest {
    private static final TimeAxis AXIS = new TimeAxis(1_000_000, 2_000_000, ZoneOffset.UTC);

    @Test
    void showsTheWorstOfWhatHappenedAtOnce() {
        Lane lane = lane("db", fine(1, "db", 1500, 20), failed(2, "db", 1500, "dry"));

        assertEquals(List.of("failed"), css(lane));
        assertTrue(lane.stretches().getFirst().hint().contains("dry"));
        assertEquals(1, lane.bad());
    }

    @Test
    void drawsAMonitorAsLongAsItStaysTheSame() {
        Lane lane = lane("db", repeated(fine(1, "db", 1250, 20), 40, 1750));

        assertEquals(
                List.of("monitored 59 122"),
                lane.stretches().stream()
                        .map(s -> "%s %d %d".formatted(s.css(), s.left(), s.width()))
                        .toList());
    }

    @Test
    void drawsADaemonThatWasKilledAsBad() {
        Lane lane =
                timeline(daemonStart(1, 1000), fine(2, "db", 1400, 20), daemonStart(3, 1800))
                        .groups()
                        .getFirst()
                        .lanes()
                        .getFirst();

        assertEquals(List.of("fine", "present", "failed", "fine"), css(lane));
    }

    @Test
    void knowsConnectionsByTheirAddressAndWhatBecameOfThem() {
        List<Connections.Presence> found =
                Connections.of(
                        Reports.of(
                                List.of(
                                        connected(1, 1100, "/192.0.2.1:4000"),
                                        disconnected(2, 1200, "/192.0.2.1:4000", 1100),
                                        connected(3, 1300, "[2001:db8::1]:4001"),
                                        daemonStart(4, 1400))));

        assertEquals(
                List.of(
                        "192.0.2.1: it was closed",
                        "[2001:db8::1]: the daemon ended without a word"),
                found.stream().map(p -> p.address() + ": " + p.end()).toList());
    }

    @Test
    void putsDotsWhereOperationsEndedAsHighAsTheyTook() {
        DurationChart chart =
                DurationChart.of(
                        List.of(fine(1, "db", 1500, 100), timedOut(2, "db", 2000, 10_000)), AXIS);

        assertEquals(
                List.of("fine M500 100h0", "timed-out M1000 0h0"),
                chart.dots().stream().map(dots -> dots.css() + " " + dots.path()).toList());
        assertEquals("1 ms", chart.levels().getFirst().label());
        assertEquals("10 s", chart.levels().getLast().label());
    }

    @Test
    void putsFailuresOfOneCauseTogether() {
        List<Cause> causes =
                Cause.among(
                        List.of(
                                failed(1, "db", 1100, "dry"),
                                timedOut(2, "db", 1200, 9),
                                repeated(failed(3, "db", 1300, "dry"), 4, 1400),
                                fine(4, "db", 1500, 9)));

        assertEquals(
                List.of("3: 6 times", "2: 1 times"),
                causes.stream()
                        .map(c -> c.latest().record().getNumber() + ": " + c.times() + " times")
                        .toList());
    }

    @Test
    void knowsHowLongAnActionTakes() {
        Slowness slowness =
                Slowness.among(
                                List.of(
                                        fine(1, "db", 1100, 200),
                                        repeated(fine(2, "db", 1200, 300), 2, 1400)))
                        .getFirst();

        assertEquals(4, slowness.runs());
        assertEquals(900, slowness.longestMillis());
        assertEquals(375, slowness.meanMillis());
        assertEquals(2, slowness.slowest().record().getNumber());
    }

    @Test
    void labelsTheTimeInRoundSteps() {
        assertEquals(
                List.of("00:20", "00:25", "00:30"),
                AXIS.ticks().stream().map(TimeAxis.Tick::label).toList());
        assertEquals(
                List.of("2 Jan", "3 Jan"),
                new TimeAxis(86_000_000, 200_000_000, ZoneOffset.UTC)
                        .ticks().stream()
                                .map(TimeAxis.Tick::label)
                                .filter(label -> label.endsWith("Jan"))
                                .toList());
    }

    private static Lane lane(String name, JournalEntry... entries) {
        return timeline(entries).groups().getLast().lanes().stream()
                .filter(lane -> lane.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Timeline timeline(JournalEntry... entries) {
        return new Timeline(Reports.of(List.of(entries)), AXIS);
    }

    private static List<String> css(Lane lane) {
        return lane.stretches().stream().map(Lane.Stretch::css).toList();
    }
}

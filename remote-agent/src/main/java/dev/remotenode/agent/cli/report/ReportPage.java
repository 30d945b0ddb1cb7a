package dev.remotenode.agent.cli.report;

import com.samskivert.mustache.Mustache;
import dev.remotenode.agent.cli.check.Observation;
import dev.remotenode.agent.cli.check.Verdict;
import dev.remotenode.agent.cli.document.JsonText;
import dev.remotenode.agent.cli.history.JournalEntry;
import dev.remotenode.agent.cli.history.OperationText;
import dev.remotenode.agent.cli.history.ReadableTime;
import dev.remotenode.agent.journal.OperationOutcome;
import dev.remotenode.control.journal.OperationRun;
import dev.remotenode.control.message.SettingInForce;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A report as one page that needs nothing else: no network, no other file. What matters is there
 * without scripts; the one script fills the table of all operations, and the page lets no other
 * run.
 */
public record ReportPage(NodeReport report) {
    private static final int MOST_CAUSES = 100;
    private static final int MOST_SLOW = 25;
    private static final int MOST_CONNECTIONS = 100;
    private static final int PERCENT = 100;

    /** The numbers of operations that it shows in whole, with output and processes. */
    public static Set<Long> shownInWhole(List<JournalEntry> entries) {
        List<JournalEntry> operations =
                entries.stream().filter(entry -> entry.record().hasOperation()).toList();
        return Stream.concat(
                        Cause.among(operations).stream().limit(MOST_CAUSES).map(Cause::latest),
                        Slowness.among(operations).stream().limit(MOST_SLOW).map(Slowness::slowest))
                .map(entry -> entry.record().getNumber())
                .collect(Collectors.toSet());
    }

    /** The whole page. */
    public String html() {
        String script = PageParts.text("page.js");
        return Mustache.compiler()
                .zeroIsFalse(true)
                .emptyStringIsFalse(true)
                .compile(PageParts.text("page.html"))
                .execute(view(script));
    }

    /** What the template asks for, by these names. */
    private record View(
            String host,
            String style,
            String script,
            String scriptDigest,
            String data,
            String state,
            String stateCss,
            String lead,
            List<Figure> figures,
            List<TimeAxis.Tick> ticks,
            List<Timeline.Group> groups,
            int lanesLeft,
            List<DurationChart.Dots> dots,
            List<DurationChart.Level> levels,
            List<CauseRow> causes,
            int causesLeft,
            List<SlowRow> slow,
            boolean hasOperations,
            List<ConnectionRow> connections,
            int connectionsLeft,
            List<String> statusLines,
            List<Check> checks,
            int checksFine,
            List<SettingInForce> given,
            List<SettingInForce> defaults,
            boolean settingsOfDaemon,
            List<ProgramVersion> versions,
            String made) {}

    private record Figure(String name, String value, String css) {}

    private record CauseRow(
            long number,
            String css,
            long times,
            boolean often,
            String resource,
            String action,
            String result,
            String reason,
            String last,
            String first,
            String details) {}

    private record SlowRow(
            long number,
            String css,
            String resource,
            String action,
            long runs,
            String mean,
            String longest,
            String waited,
            String bar,
            String details) {}

    private record ConnectionRow(
            String css,
            String peer,
            String name,
            String since,
            String until,
            String held,
            String protocol,
            String end) {}

    private record Check(String css, String label, String subject, String text, String advice) {}

    private View view(String script) {
        TimeAxis axis =
                new TimeAxis(
                        report.fromMillis(), report.made().toEpochMilli(), ZoneId.systemDefault());
        List<JournalEntry> operations = report.operations();
        Timeline timeline = new Timeline(report, axis);
        DurationChart chart = DurationChart.of(operations, axis);
        List<Cause> causes = Cause.among(operations);
        List<Slowness> slow = Slowness.among(operations);
        List<Connections.Presence> connections = Connections.of(report).reversed();
        return new View(
                report.host(),
                PageParts.text("page.css"),
                script,
                PageParts.digest(script),
                PageParts.harmless(JsonText.of(OperationData.of(report))),
                state(),
                stateCss(),
                lead(),
                figures(operations),
                axis.ticks(),
                timeline.groups(),
                timeline.left(),
                chart.dots(),
                chart.levels(),
                causes.stream().limit(MOST_CAUSES).map(this::row).toList(),
                Math.max(0, causes.size() - MOST_CAUSES),
                slow.stream().limit(MOST_SLOW).map(row -> row(row, slow.getFirst())).toList(),
                !operations.isEmpty(),
                connections.stream().limit(MOST_CONNECTIONS).map(this::row).toList(),
                Math.max(0, connections.size() - MOST_CONNECTIONS),
                report.statusLines(),
                report.observations().stream()
                        .filter(observation -> observation.verdict() != Verdict.OK)
                        .map(ReportPage::row)
                        .toList(),
                (int)
                        report.observations().stream()
                                .filter(observation -> observation.verdict() == Verdict.OK)
                                .count(),
                report.settings().stream().filter(setting -> !isDefault(setting)).toList(),
                report.settings().stream().filter(ReportPage::isDefault).toList(),
                report.status().isPresent(),
                report.versions(),
                ReadableTime.of(report.made().toEpochMilli()) + " " + axis.zone());
    }

    private String state() {
        return report.status()
                .map(status ->
                        status.getConnectionsList().stream().anyMatch(peer -> peer.getProvider())
                                ? "connected"
                                : "not connected")
                .orElse("not running");
    }

    private String stateCss() {
        return state().equals("connected") ? "good" : "bad";
    }

    private String lead() {
        String from =
                report.since()
                        .map(since -> "Since " + ReadableTime.of(since.toEpochMilli()))
                        .orElse(
                                "All that is recorded, since "
                                        + ReadableTime.of(report.fromMillis()));
        return from
                + (report.isCut()
                        ? "; older records were left out: there are more than fit, give --since"
                        : "");
    }

    private List<Figure> figures(List<JournalEntry> operations) {
        return List.of(
                new Figure(
                        "Operations",
                        number(operations.stream().mapToLong(e -> e.repetitions() + 1).sum()),
                        ""),
                bad("Failed", OperationOutcome.FAILED, operations),
                bad("Timed out", OperationOutcome.TIMED_OUT, operations),
                new Figure(
                        "Resources",
                        number(
                                operations.stream()
                                        .map(e -> e.record().getOperation().getResource())
                                        .distinct()
                                        .count()),
                        ""),
                new Figure(
                        "Starts of the daemon",
                        number(
                                report.entries().stream()
                                        .filter(entry -> entry.record().hasDaemonStart())
                                        .count()),
                        ""),
                new Figure(
                        "Connections ended",
                        number(
                                report.entries().stream()
                                        .filter(entry -> entry.record().hasConnection())
                                        .count()),
                        ""),
                gaps());
    }

    private Figure gaps() {
        long lost = report.entries().stream().mapToLong(e -> e.record().getGap().getLost()).sum();
        return new Figure("Records lost", number(lost), lost == 0 ? "" : "bad");
    }

    private static Figure bad(
            String name, OperationOutcome outcome, List<JournalEntry> operations) {
        long count =
                operations.stream()
                        .filter(e -> OperationOutcome.of(e.record().getOperation()) == outcome)
                        .mapToLong(entry -> entry.repetitions() + 1)
                        .sum();
        return new Figure(name, number(count), count == 0 ? "" : "bad");
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private CauseRow row(Cause cause) {
        OperationRun run = cause.latest().record().getOperation();
        return new CauseRow(
                cause.latest().record().getNumber(),
                Shade.of(cause.latest()).css(),
                cause.times(),
                cause.times() > 1,
                run.getResource(),
                OperationText.action(run.getAction(), run.getIntervalMs()),
                OperationText.result(run),
                run.getReason(),
                ReadableTime.of(cause.latest().lastMillis()),
                ReadableTime.of(cause.first().record().getTimeMs()),
                details(cause.latest()));
    }

    private SlowRow row(Slowness slowness, Slowness slowest) {
        OperationRun run = slowness.slowest().record().getOperation();
        return new SlowRow(
                slowness.slowest().record().getNumber(),
                Shade.of(slowness.slowest()).css(),
                run.getResource(),
                OperationText.action(run.getAction(), run.getIntervalMs()),
                slowness.runs(),
                ReadableTime.duration(slowness.meanMillis()),
                ReadableTime.duration(slowness.longestMillis()),
                ReadableTime.duration(slowness.longestWaitMillis()),
                String.format(
                        Locale.ROOT,
                        "%.1f",
                        PERCENT
                                * slowness.longestMillis()
                                / (double) Math.max(1, slowest.longestMillis())),
                details(slowness.slowest()));
    }

    private String details(JournalEntry entry) {
        return Optional.ofNullable(report.details().get(entry.record().getNumber()))
                .orElse("'remotectl op %d' has the rest".formatted(entry.record().getNumber()));
    }

    private ConnectionRow row(Connections.Presence presence) {
        long until = presence.until().orElse(report.made().toEpochMilli());
        return new ConnectionRow(
                presence.isRefused() ? "failed" : "present",
                presence.peer(),
                presence.name(),
                ReadableTime.of(presence.since()),
                presence.until().isPresent() ? ReadableTime.of(until) : "now",
                presence.isRefused() ? "" : ReadableTime.duration(until - presence.since()),
                presence.protocol().isEmpty()
                        ? presence.tls()
                        : presence.protocol() + ", " + presence.tls(),
                presence.end());
    }

    private static Check row(Observation observation) {
        return new Check(
                observation.verdict() == Verdict.PROBLEM ? "failed" : "cancelled",
                observation.verdict().label(),
                observation.subject(),
                observation.text(),
                observation.advice());
    }

    private static boolean isDefault(SettingInForce setting) {
        return setting.getSource().equals("default");
    }
}

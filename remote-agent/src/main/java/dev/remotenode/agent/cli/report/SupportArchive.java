package dev.remotenode.agent.cli.report;

import dev.remotenode.agent.cli.check.Observation;
import dev.remotenode.agent.cli.check.Verdict;
import dev.remotenode.agent.cli.history.JournalEntry;
import dev.remotenode.agent.cli.history.OperationText;
import dev.remotenode.agent.cli.history.ReadableTime;
import dev.remotenode.control.journal.OperationRun;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What those get who help: laid out, and named, as {@code crm_report} does it, a folder for the
 * node below one for all. Text of other programs is masked; no file with a key is read for it.
 *
 * @param name of the folder for all
 * @param page the same for people
 * @param files made by the daemon and for programs, by name: secrets are not in them
 */
public record SupportArchive(
        String name, NodeReport report, String page, SequencedMap<String, String> files) {
    private static final List<List<String>> SYSTEM =
            List.of(
                    List.of("uname", "-a"),
                    List.of("cat", "/etc/os-release"),
                    List.of("uptime"),
                    List.of("lscpu"),
                    List.of("timedatectl", "status"));

    private static final List<List<String>> STATISTICS =
            List.of(
                    List.of("ps", "axww", "-o", "user,pid,ppid,stat,etime,rss,wchan:20,args"),
                    List.of("free", "-k"),
                    List.of("cat", "/proc/meminfo"),
                    List.of(
                            "cat",
                            "/proc/pressure/cpu",
                            "/proc/pressure/io",
                            "/proc/pressure/memory"),
                    List.of("df", "-PT"),
                    List.of("ip", "address", "show"),
                    List.of("ip", "route", "show"),
                    List.of("ss", "--tcp", "--all", "--numeric", "--processes"),
                    List.of("systemctl", "--no-pager", "status", "pacemaker_remote"));

    /** Whose owners and modes decide what works, beside those that the settings name. */
    private static final List<String> PLACES =
            List.of(
                    "/etc/pacemaker",
                    "/var/lib/pacemaker",
                    "/var/log/pacemaker",
                    "/run/remote-node");

    /** The archive. */
    public byte[] bytes() {
        TarArchive archive = new TarArchive(report.made());
        contents()
                .forEach((file, text) ->
                        archive.add(name + "/" + file, text.getBytes(StandardCharsets.UTF_8)));
        return archive.compressed();
    }

    private Map<String, String> contents() {
        Map<String, String> contents = new LinkedHashMap<>();
        String node = report.host() + "/";
        String log = log();
        contents.put("analysis.txt", analysis(log));
        contents.put("report.html", page);
        contents.put(
                node + (report.status().isPresent() ? "RUNNING" : "STOPPED"), report.host() + "\n");
        contents.put(node + "cluster-log.txt", log);
        contents.put(node + "events.txt", events());
        contents.put(node + "sysinfo.txt", versions() + programs(SYSTEM));
        contents.put(node + "sysstats.txt", programs(STATISTICS));
        contents.put(node + "permissions.txt", permissions());
        contents.put(node + "settings.txt", settings());
        contents.put(
                node + "journal.log",
                Masked.text(
                        HostPrograms.output(
                                List.of(
                                        "journalctl",
                                        "--no-pager",
                                        "--lines=5000",
                                        "--unit=pacemaker_remote"))));
        if (report.status().isPresent()) {
            contents.put(node + "crm_mon.txt", programs(List.of(List.of("crm_mon", "-1rf"))));
        }
        files.forEach((file, text) -> contents.put(node + file, text));
        return contents;
    }

    private String log() {
        return report.logFiles().stream()
                .map(file -> new LogExcerpt(file, report.since(), report.made()).text())
                .map(Masked::text)
                .collect(Collectors.joining("\n"));
    }

    private static String programs(List<List<String>> commands) {
        return commands.stream()
                .map(command ->
                        "# %s%n%s%n"
                                .formatted(
                                        String.join(" ", command),
                                        Masked.text(HostPrograms.output(command))))
                .collect(Collectors.joining());
    }

    private String permissions() {
        List<String> command = new ArrayList<>(List.of("ls", "-ld"));
        command.addAll(PLACES);
        report.places().forEach(place -> command.add(place.toString()));
        return programs(List.of(command));
    }

    private String versions() {
        return report.versions().stream()
                .map(version -> "%s %s%n".formatted(version.name(), version.version()))
                .collect(Collectors.joining("", "# versions\n", "\n"));
    }

    private String settings() {
        return report.settings().stream()
                .map(setting ->
                        "# %s [%s]%n%s=%s%n"
                                .formatted(
                                        setting.getMeaning(),
                                        setting.getSource(),
                                        setting.getName(),
                                        setting.getValue()))
                .collect(Collectors.joining());
    }

    private String analysis(String log) {
        Stream<String> checks =
                report.observations().stream()
                        .filter(observation -> observation.verdict() != Verdict.OK)
                        .map(SupportArchive::line);
        Stream<String> causes = Cause.among(report.operations()).stream().map(SupportArchive::line);
        Stream<String> complaints =
                log.lines()
                        .filter(line -> line.contains(" warning: ") || line.contains(" error: "));
        return Stream.of(
                        Stream.of("Check of " + report.host() + ":"),
                        checks,
                        Stream.of("", "Operations that failed, by cause, the latest first:"),
                        causes,
                        Stream.of("", "Warnings and errors in the log of " + report.host() + ":"),
                        complaints)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(Observation observation) {
        return "%s: %s: %s%s"
                .formatted(
                        observation.verdict().label(),
                        observation.subject(),
                        observation.text(),
                        observation.advice().isEmpty() ? "" : " -> " + observation.advice());
    }

    private static String line(Cause cause) {
        OperationRun run = cause.latest().record().getOperation();
        return "%s  %s of %s: %s%s%s"
                .formatted(
                        ReadableTime.of(cause.latest().lastMillis()),
                        OperationText.action(run.getAction(), run.getIntervalMs()),
                        run.getResource(),
                        OperationText.result(run),
                        cause.times() > 1 ? ", %d times".formatted(cause.times()) : "",
                        run.getReason().isEmpty() ? "" : ": " + run.getReason());
    }

    private String events() {
        return report.entries().stream().map(SupportArchive::event).collect(Collectors.joining());
    }

    private static String event(JournalEntry entry) {
        String text = EventText.of(entry);
        return text.isEmpty()
                ? ""
                : "%s  %s%n".formatted(ReadableTime.of(entry.lastMillis()), text);
    }
}

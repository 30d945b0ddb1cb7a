package dev.remotenode.fuzz;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What came of feeding a target.
 *
 * @param executions inputs that were tried
 * @param branches of the code that some input has taken
 * @param features branches with how often they were taken, in powers of two
 * @param findings what did not hold, in words
 */
record Outcome(
        Target target, long executions, long branches, long features, List<String> findings) {

    private static final Pattern PROGRESS = Pattern.compile("^#(\\d+).* cov: (\\d+) ft: (\\d+) ");
    private static final Pattern EXECUTED =
            Pattern.compile("^stat::number_of_executed_units: (\\d+)");
    private static final String FINDING = "== Java Exception: ";

    /** Reads what Jazzer has said. One that did not end well without a finding is a finding. */
    static Outcome of(Target target, List<String> lines, int status) {
        Optional<MatchResult> progress = last(PROGRESS, lines);
        List<String> findings =
                lines.stream()
                        .filter(line -> line.startsWith(FINDING))
                        .map(line -> line.substring(FINDING.length()))
                        .toList();
        if (findings.isEmpty() && status != 0) {
            findings = List.of("Jazzer ended with status " + status + ": see its log");
        }
        return new Outcome(
                target,
                last(EXECUTED, lines).map(match -> number(match, 1)).orElse(0L),
                progress.map(match -> number(match, 2)).orElse(0L),
                progress.map(match -> number(match, 3)).orElse(0L),
                findings);
    }

    boolean isGood() {
        return findings.isEmpty() && executions > 0;
    }

    static String table(List<Outcome> outcomes) {
        StringBuilder table = new StringBuilder();
        table.append(
                "%-18s %-12s %12s %9s %9s %9s%n"
                        .formatted(
                                "target",
                                "from",
                                "executions",
                                "branches",
                                "features",
                                "findings"));
        outcomes.forEach(outcome -> table.append(outcome.line()));
        outcomes.forEach(outcome ->
                outcome.findings.forEach(finding ->
                        table.append("%n%s: %s%n".formatted(outcome.target.title(), finding))));
        return table.toString();
    }

    private String line() {
        return "%-18s %-12s %,12d %9d %9d %9d%n"
                .formatted(
                        target.title(),
                        target.origin(),
                        executions,
                        branches,
                        features,
                        findings.size());
    }

    private static Optional<MatchResult> last(Pattern pattern, List<String> lines) {
        return lines.reversed().stream()
                .flatMap(line -> pattern.matcher(line).results())
                .findFirst();
    }

    private static long number(MatchResult match, int group) {
        return Long.parseLong(match.group(group));
    }
}

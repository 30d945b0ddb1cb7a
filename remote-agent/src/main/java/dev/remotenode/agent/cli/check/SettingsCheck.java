package dev.remotenode.agent.cli.check;

import dev.remotenode.agent.config.Finding;
import java.util.List;

/** What {@code pacemaker-remoted --config-test} finds by looking at the settings. */
final class SettingsCheck implements Check {
    private static final String SUBJECT = "settings";

    @Override
    public List<Observation> look(Surroundings surroundings) {
        List<Observation> found =
                surroundings.inspection().findings().stream()
                        .map(SettingsCheck::observation)
                        .toList();
        return found.isEmpty() ? List.of(Observation.ok(SUBJECT, "all can be used")) : found;
    }

    private static Observation observation(Finding finding) {
        String text = finding.where().map(place -> place + ": ").orElse("") + finding.text();
        return switch (finding.weight()) {
            case PROBLEM ->
                    Observation.problem(SUBJECT, text, "correct it, and restart the daemon");
            case NOTE -> Observation.note(SUBJECT, text, "");
        };
    }
}

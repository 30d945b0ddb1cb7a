package dev.remotenode.agent.cli.check;

import dev.remotenode.ocf.posix.Accounts;
import java.util.List;

/** The user and the group of cluster tools. */
final class AccountCheck implements Check {
    private static final String SUBJECT = "accounts";

    @Override
    public List<Observation> look(Surroundings surroundings) {
        boolean user = Accounts.userId("hacluster").isPresent();
        boolean group = Accounts.groupId("haclient").isPresent();
        return List.of(
                user && group
                        ? Observation.ok(SUBJECT, "user hacluster and group haclient are there")
                        : Observation.problem(
                                SUBJECT,
                                "there is no user hacluster or no group haclient",
                                "install Pacemaker's tools (pacemaker-cli-utils, pacemaker-cli):"
                                        + " cluster tools and alerts need both"));
    }
}

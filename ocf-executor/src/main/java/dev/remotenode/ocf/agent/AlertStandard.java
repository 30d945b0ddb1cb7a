package dev.remotenode.ocf.agent;

import dev.remotenode.ocf.operation.ExecutionStatus;
import dev.remotenode.ocf.operation.OcfExitCode;
import dev.remotenode.ocf.operation.Result;
import dev.remotenode.ocf.posix.Accounts;
import dev.remotenode.ocf.posix.FileSystem;
import dev.remotenode.ocf.posix.ThreadIdentity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The programs of alerts, as a class of agents that no resource can have: the type is the path, the
 * parameters are the environment. They do without the rights of root. Confined to one thread.
 */
public final class AlertStandard implements ProgramStandard {

    /** The only name that this class of agents goes by. */
    public static final String NAME = "alert";

    private static final int ROOT = 0;

    private final String userName;
    private Optional<Accounts.User> known = Optional.empty();

    /**
     * Alerts of one user.
     *
     * @param userName whose rights the programs have, where the daemon is root; else they have its
     */
    public AlertStandard(String userName) {
        this.userName = userName;
    }

    @Override
    public Preparation prepare(AgentCall call) {
        String path = call.agent().type();
        int found = FileSystem.exists(path);
        if (found < 0) {
            return Refusals.notFound(path, -found);
        }
        if (ThreadIdentity.effectiveUser() != ROOT) {
            return ready(call, Optional.empty());
        }
        // A user that was found stays; one that is missing may be made meanwhile.
        known = known.or(() -> Accounts.user(userName));
        return known.isPresent() ? ready(call, known) : userMissing();
    }

    @Override
    public OcfExitCode exitCode(AgentCall call, int agentCode) {
        return agentCode == 0 ? OcfExitCode.OK : OcfExitCode.GENERIC_ERROR;
    }

    /** Whatever the program complained about last. */
    @Override
    public Optional<String> exitReason(String standardError) {
        return standardError.lines().filter(line -> !line.isBlank()).reduce((_, last) -> last);
    }

    @Override
    public Optional<String> exitReasonLine(String reason) {
        return Optional.of(reason);
    }

    private static Preparation ready(AgentCall call, Optional<Accounts.User> user) {
        return new Preparation.Ready(
                new CommandLine(
                        call.agent().type(),
                        List.of(),
                        call.request().parameters(),
                        Set.of(),
                        user));
    }

    private Preparation userMissing() {
        return new Preparation.Refused(
                Result.failure(
                        OcfExitCode.GENERIC_ERROR,
                        ExecutionStatus.ERROR,
                        "there is no user " + userName));
    }
}

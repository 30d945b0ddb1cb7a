package dev.remotenode.ocf.agent;

import dev.remotenode.ocf.operation.OcfExitCode;
import dev.remotenode.ocf.posix.FileSystem;
import java.util.List;
import java.util.Optional;

/** Init scripts of the Linux Standard Base: {@code /etc/init.d/<type> <action>}. */
public final class LsbStandard implements ProgramStandard {

    private static final int STATUS_NOT_INSTALLED = 150;
    private static final int STATUS_INSUFFICIENT_PRIVILEGES = 151;

    private final String directory;

    /**
     * Scripts of one folder.
     *
     * @param directory of the init scripts
     */
    public LsbStandard(String directory) {
        this.directory = directory;
    }

    @Override
    public Preparation prepare(AgentCall call) {
        String type = call.agent().type();
        String executable = type.startsWith("/") ? type : directory + "/" + type;
        int found = FileSystem.exists(executable);
        return found == 0
                ? new Preparation.Ready(new CommandLine(executable, List.of(scriptAction(call))))
                : Refusals.notFound(executable, -found);
    }

    @Override
    public OcfExitCode exitCode(AgentCall call, int agentCode) {
        return isStatus(call) ? ofStatus(agentCode) : ofAction(agentCode);
    }

    @Override
    public Optional<String> exitReason(String standardError) {
        return Optional.empty();
    }

    @Override
    public Optional<String> exitReasonLine(String reason) {
        return Optional.empty();
    }

    private static String scriptAction(AgentCall call) {
        String action = call.request().action();
        return action.equalsIgnoreCase("monitor") ? "status" : action;
    }

    private static boolean isStatus(AgentCall call) {
        return scriptAction(call).equals("status");
    }

    private static OcfExitCode ofStatus(int agentCode) {
        return switch (agentCode) {
            case 0 -> OcfExitCode.OK;
            case 1, 2, 3 -> OcfExitCode.NOT_RUNNING;
            case STATUS_NOT_INSTALLED -> OcfExitCode.NOT_INSTALLED;
            case STATUS_INSUFFICIENT_PRIVILEGES -> OcfExitCode.INSUFFICIENT_PRIVILEGES;
            default -> OcfExitCode.GENERIC_ERROR;
        };
    }

    /** The codes of the other actions are those of OCF up to "not running". */
    private static OcfExitCode ofAction(int agentCode) {
        return OcfExitCode.of(agentCode)
                .filter(code -> code.compareTo(OcfExitCode.NOT_RUNNING) <= 0)
                .orElse(OcfExitCode.GENERIC_ERROR);
    }
}

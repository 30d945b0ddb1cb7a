package dev.remotenode.ocf.agent;

import dev.remotenode.ocf.operation.OcfExitCode;
import dev.remotenode.ocf.operation.OperationRequest;
import dev.remotenode.ocf.posix.Errno;
import dev.remotenode.ocf.posix.FileSystem;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Agents of the Open Cluster Framework: {@code <folder>/<provider>/<type> <action>}. */
public final class OcfStandard implements ProgramStandard {

    private static final String EXIT_REASON_PREFIX = "ocf-exit-reason:";

    private final List<String> directories;
    private final OcfEnvironment environment;
    private final CibSecrets secrets;

    /**
     * Agents of some folders.
     *
     * @param directories the folders of the providers, separated by colons; the first match wins
     * @param root told to the agents as {@code OCF_ROOT}
     * @param secrets parameters that this node keeps for the cluster
     */
    public OcfStandard(String directories, String root, CibSecrets secrets) {
        this.directories = List.of(directories.split(":"));
        this.environment = new OcfEnvironment(root, EXIT_REASON_PREFIX);
        this.secrets = secrets;
    }

    @Override
    public Preparation prepare(AgentCall call) {
        String provider = call.agent().provider().orElse("");
        if (provider.isEmpty()) {
            return Refusals.incomplete();
        }
        String agent = provider + "/" + call.agent().type();
        int error = Errno.ENOENT;
        for (String directory : directories) {
            String executable = directory + "/" + agent;
            int found = FileSystem.exists(executable);
            if (found == 0) {
                return ready(executable, call);
            }
            error = -found;
        }
        return Refusals.notFound(call.agent().type(), error);
    }

    /** Codes that the standard does not know are errors: 127 of a shell, 137 of a killed one. */
    @Override
    public OcfExitCode exitCode(AgentCall call, int agentCode) {
        return OcfExitCode.of(agentCode)
                .filter(code -> code != OcfExitCode.UNKNOWN)
                .orElse(OcfExitCode.GENERIC_ERROR);
    }

    /** The text after the last marker, to the end of that line. */
    @Override
    public Optional<String> exitReason(String standardError) {
        int marker = standardError.lastIndexOf(EXIT_REASON_PREFIX);
        if (marker < 0) {
            return Optional.empty();
        }
        int start = marker + EXIT_REASON_PREFIX.length();
        int newline = standardError.indexOf('\n', start);
        int end = newline < 0 ? standardError.length() : newline;
        return Optional.of(standardError.substring(start, end)).filter(reason -> !reason.isEmpty());
    }

    @Override
    public Optional<String> exitReasonLine(String reason) {
        return Optional.of(EXIT_REASON_PREFIX + reason + "\n");
    }

    /** Without all of its secrets, a resource can only be stopped: that has to be possible. */
    private Preparation ready(String executable, AgentCall call) {
        OperationRequest request = call.request();
        CibSecrets.Found found = secrets.find(request.resourceId(), request.parameters());
        if (!found.complete() && !request.isStop()) {
            return new Preparation.Withheld(
                    OcfExitCode.INVALID_PARAMETER, "Unable to load CIB secrets");
        }
        return new Preparation.Ready(
                new CommandLine(
                        executable,
                        List.of(request.action()),
                        environment.of(call, found.values()),
                        Set.copyOf(found.values().values()),
                        Optional.empty()));
    }
}

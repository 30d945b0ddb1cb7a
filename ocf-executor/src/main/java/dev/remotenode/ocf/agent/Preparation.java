package dev.remotenode.ocf.agent;

import dev.remotenode.ocf.operation.OcfExitCode;
import dev.remotenode.ocf.operation.Result;

/** What came of looking for an agent. */
public sealed interface Preparation {

    /** It can be called. */
    record Ready(CommandLine commandLine) implements Preparation {}

    /**
     * It shall not be called, which is reported as if it had ended by itself.
     *
     * @param reason as the agent would have given it
     */
    record Withheld(OcfExitCode exitCode, String reason) implements Preparation {}

    /** There is nothing to call. */
    record Refused(Result result) implements Preparation {}
}

package dev.remotenode.ocf.agent;

import dev.remotenode.ocf.operation.Result;

/** What came of looking for an agent. */
public sealed interface Preparation {

    /** It can be called. */
    record Ready(CommandLine commandLine) implements Preparation {}

    /** There is nothing to call. */
    record Refused(Result result) implements Preparation {}
}

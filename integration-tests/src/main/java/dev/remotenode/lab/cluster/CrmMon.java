package dev.remotenode.lab.cluster;

import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.host.Host;

/** {@code crm_mon}, the cluster's own status display. */
record CrmMon(Host host) {
    /** Also inactive resources, operations, their timings and fail counts. */
    private static final String EVERYTHING = "-1rotf";

    /** The status now; {@link ClusterStatus#UNKNOWN} as long as the cluster does not answer. */
    ClusterStatus status() {
        CommandResult result = host.run(Command.of("crm_mon", EVERYTHING, "--output-as=xml"));
        return result.succeeded() ? CrmMonXml.parse(result.output()) : ClusterStatus.UNKNOWN;
    }

    /** The status as people read it, without the summary that hardly ever changes. */
    String text() {
        return host.run("crm_mon", "-1", "--inactive", "--exclude=summary").strip();
    }
}

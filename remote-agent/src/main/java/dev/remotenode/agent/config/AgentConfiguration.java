package dev.remotenode.agent.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything the daemon was told from outside, read once at start and never again.
 *
 * @param listenAddresses host names and literal addresses to listen on; none for every address
 * @param port TCP port, 1 to 65535
 * @param security how cluster nodes and this one prove to each other who they are
 * @param schemas where the schemas are that tools on this node check by
 * @param nodeStartState what the answer to a registration says about the state in which this node
 *     wants to join; empty to say nothing
 * @param watchdogTimeout time after which sbd's watchdog fires on this host, above zero; empty
 *     without a watchdog
 * @param shutdownTimeout how long to wait for the cluster to stop what runs here before the daemon
 *     ends, above zero; empty to wait as long as it takes
 * @param ocfPath folders in which OCF agents are looked for, separated by colons
 * @param announcesAddresses whether neighbours on the network are told of this node's addresses
 * @param localTools where cluster tools on this node are served
 * @param operators where the journal is kept, and operators' programs connect
 * @param logging where log lines go, and which
 * @param childEnvironment variables added to the environment of every resource agent
 * @param warnings one sentence for each setting that could not be used as given, to be logged as
 *     soon as the log is up
 */
public record AgentConfiguration(
        List<String> listenAddresses,
        int port,
        SecuritySettings security,
        SchemaFolders schemas,
        Optional<String> nodeStartState,
        Optional<Duration> watchdogTimeout,
        Optional<Duration> shutdownTimeout,
        String ocfPath,
        boolean announcesAddresses,
        LocalTools localTools,
        OperatorSettings operators,
        LogSettings logging,
        Map<String, String> childEnvironment,
        List<String> warnings) {

    /** Copies every collection. */
    public AgentConfiguration {
        listenAddresses = List.copyOf(listenAddresses);
        childEnvironment = Map.copyOf(childEnvironment);
        warnings = List.copyOf(warnings);
    }
}

package dev.remotenode.agent.cli.check;

import java.util.List;

/** Agents go by the name of the host where the cluster goes by that of the node. */
final class NodeNameCheck implements Check {
    private static final String SUBJECT = "node name";

    @Override
    public List<Observation> look(Surroundings surroundings) {
        String host = surroundings.text("/proc/sys/kernel/hostname").orElse("");
        return List.of(
                surroundings
                        .nodeName()
                        .map(node -> compared(host, node))
                        .orElseGet(() ->
                                Observation.ok(
                                        SUBJECT,
                                        "this host is '%s'; --node NAME compares it with the node's"
                                                        .formatted(host)
                                                + " name in the cluster")));
    }

    private static Observation compared(String host, String node) {
        return host.equals(node)
                ? Observation.ok(SUBJECT, "is that of this host: " + node)
                : Observation.note(
                        SUBJECT,
                        "the host is '%s', the node '%s'".formatted(host, node),
                        "agents that ask the host for its name (databases, mostly) do not find"
                                + " themselves in the cluster: hostnamectl set-hostname %s, or name"
                                        .formatted(node)
                                + " the node so");
    }
}

package dev.remotenode.lab.cluster;

import dev.remotenode.lab.host.Host;

/** {@code crm_resource}: what an administrator tells the cluster to do with a resource. */
public record CrmResource(Host host) {
    /** Asks for a resource to move; the cluster needs a moment to do it. */
    public void move(String resource, String node) {
        host.run("crm_resource", "--move", "--resource", resource, "--node", node);
    }

    /** Withdraws what {@link #move} asked for. */
    public void clearMove(String resource) {
        host.run("crm_resource", "--clear", "--resource", resource);
    }

    /** Forgets the failures of a resource. */
    public void cleanup(String resource) {
        host.run("crm_resource", "--cleanup", "--resource", resource);
    }

    /** Forgets the whole history of a resource, which has the cluster look at it anew. */
    public void refresh(String resource) {
        host.run("crm_resource", "--refresh", "--resource", resource);
    }

    /** Asks for a resource to be stopped and to stay so. */
    public void stop(String resource) {
        targetRole(resource, "Stopped");
    }

    /** Asks for a stopped resource to be started. */
    public void start(String resource) {
        targetRole(resource, "Started");
    }

    private void targetRole(String resource, String role) {
        host.run(
                "crm_resource",
                "--resource",
                resource,
                "--meta",
                "--set-parameter",
                "target-role",
                "--parameter-value",
                role);
    }
}

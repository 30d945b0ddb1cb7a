package dev.remotenode.agent.proxy;

/**
 * Who a local tool is.
 *
 * @param channel the cluster's service that it wants, such as {@code cib_rw}
 * @param pid its process
 * @param user the operating system's name of its user: the cluster applies access rules by it
 */
public record ToolIdentity(String channel, int pid, String user) {

    private static final int SHORT = 8;

    /** The name by which cluster nodes log it, in the shape that Pacemaker gives it. */
    String clientName(String session) {
        return "proxy-%s-%d-%s".formatted(channel, pid, session.substring(0, SHORT));
    }
}

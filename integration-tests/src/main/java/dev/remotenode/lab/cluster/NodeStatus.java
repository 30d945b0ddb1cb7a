package dev.remotenode.lab.cluster;

/**
 * A node as {@code crm_mon} shows it.
 *
 * @param remote whether it is a remote node, and not a member of the corosync cluster
 * @param unclean whether the cluster does not know what runs there and would like to fence it
 */
public record NodeStatus(String name, boolean online, boolean remote, boolean unclean) {}

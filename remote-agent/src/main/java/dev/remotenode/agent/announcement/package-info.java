/**
 * Tells the neighbours on a network which hardware address has the addresses of this node.
 *
 * <p>A guest that was started again often has a new one. Without a word from it, the cluster node
 * sends its packets to the old one until that entry of its table expires, half a minute later.
 */
package dev.remotenode.agent.announcement;

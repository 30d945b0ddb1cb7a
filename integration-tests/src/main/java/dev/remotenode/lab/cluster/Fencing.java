package dev.remotenode.lab.cluster;

/**
 * What the fencer has done to a node.
 *
 * @param action {@code reboot}, {@code off} or {@code on}
 * @param outcome {@code success}, {@code failed} or {@code pending}
 * @param completed when it was, as the cluster writes it; empty while it is not. It tells one
 *     fencing of a node from the next.
 */
public record Fencing(String target, String action, String outcome, String completed) {}

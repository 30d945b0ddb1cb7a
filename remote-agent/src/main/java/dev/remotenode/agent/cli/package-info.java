/**
 * {@code remotectl}: what operators ask of a node and of the daemons on others. A {@link
 * dev.remotenode.agent.cli.Command} does one thing, {@link dev.remotenode.agent.cli.Commands} lists
 * them; the manual and the completion are made from what they declare.
 */
@org.jspecify.annotations.NullMarked
package dev.remotenode.agent.cli;

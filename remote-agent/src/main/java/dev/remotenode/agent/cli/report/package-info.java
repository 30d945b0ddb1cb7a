/**
 * {@code remotectl report}: all that this node has recorded, as one page and as an archive for
 * those who help.
 */
@org.jspecify.annotations.NullMarked
package dev.remotenode.agent.cli.report;

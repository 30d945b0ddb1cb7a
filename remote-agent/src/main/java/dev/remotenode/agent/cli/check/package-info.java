/**
 * What {@code remotectl check} looks at. A {@link dev.remotenode.agent.cli.check.Check} looks at
 * one thing of this host and says what to do about it, {@link
 * dev.remotenode.agent.cli.check.Checks} lists them all.
 */
@org.jspecify.annotations.NullMarked
package dev.remotenode.agent.cli.check;

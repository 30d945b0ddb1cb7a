/**
 * The protocol's rules, one by one, in front of the daemon under test: the same tests for this
 * project's and for Pacemaker's own.
 */
@NullMarked
package dev.remotenode.conformance;

import org.jspecify.annotations.NullMarked;

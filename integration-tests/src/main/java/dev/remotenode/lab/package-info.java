/**
 * A real cluster with a remote node, on this machine: what the scenario tests and the demo play on.
 */
@NullMarked
package dev.remotenode.lab;

import org.jspecify.annotations.NullMarked;

/**
 * What the hot pieces of the daemon cost, each by itself, in a JVM that is set up as the daemon's.
 */
@NullMarked
package dev.remotenode.microbenchmark;

import org.jspecify.annotations.NullMarked;

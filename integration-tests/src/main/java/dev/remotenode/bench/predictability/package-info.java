/** Measures how long the daemon keeps anybody waiting, and looks for the reasons. */
@NullMarked
package dev.remotenode.bench.predictability;

import org.jspecify.annotations.NullMarked;

/** Plays the cluster node on the wire, for tests that look closer than a real one lets them. */
@NullMarked
package dev.remotenode.lab.wire;

import org.jspecify.annotations.NullMarked;

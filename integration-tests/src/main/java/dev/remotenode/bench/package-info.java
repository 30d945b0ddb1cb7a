/** Measures this project's daemon and Pacemaker's own side by side, in one run. */
@NullMarked
package dev.remotenode.bench;

import org.jspecify.annotations.NullMarked;

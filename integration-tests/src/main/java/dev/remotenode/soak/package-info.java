/** Runs the daemon for a long time under everything at once, and looks whether anything grows. */
@NullMarked
package dev.remotenode.soak;

import org.jspecify.annotations.NullMarked;

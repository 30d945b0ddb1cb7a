/** Journals of the daemon that nobody had to wait for. */
@NullMarked
package dev.remotenode.lab.journal;

import org.jspecify.annotations.NullMarked;

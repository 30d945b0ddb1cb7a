/** The daemon under test on a host, be it this project's or Pacemaker's own. */
@NullMarked
package dev.remotenode.lab.daemon;

import org.jspecify.annotations.NullMarked;

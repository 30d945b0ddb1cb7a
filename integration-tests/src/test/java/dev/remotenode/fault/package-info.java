/** Everything goes wrong that can, and a history is kept of what the daemon makes of it. */
@NullMarked
package dev.remotenode.fault;

import org.jspecify.annotations.NullMarked;

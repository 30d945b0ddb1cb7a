/** Stories for people to watch: what the daemon does, and how long it takes. */
@NullMarked
package dev.remotenode.demo;

import org.jspecify.annotations.NullMarked;

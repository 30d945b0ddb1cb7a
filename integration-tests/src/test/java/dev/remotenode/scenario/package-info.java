/** What a cluster does with a remote node, and what may go wrong: played with real Pacemaker. */
@NullMarked
package dev.remotenode.scenario;

import org.jspecify.annotations.NullMarked;

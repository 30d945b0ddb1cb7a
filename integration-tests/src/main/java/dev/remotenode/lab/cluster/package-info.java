/**
 * Real corosync and Pacemaker on hosts of the lab, and what its command line tools tell about them.
 */
@NullMarked
package dev.remotenode.lab.cluster;

import org.jspecify.annotations.NullMarked;

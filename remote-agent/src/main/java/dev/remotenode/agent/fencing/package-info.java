/**
 * Fence devices as resources. They are not run here: the fencer of the cluster node that carries
 * the calls of local tools runs them, and is asked as a tool on this node would ask it.
 */
package dev.remotenode.agent.fencing;

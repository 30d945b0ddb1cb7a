/** Resource agents: where an agent is, how it is called, what its exit means. */
package dev.remotenode.ocf.agent;

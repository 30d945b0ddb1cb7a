/** What operators' programs on this node ask the daemon, and are answered. */
package dev.remotenode.agent.control;

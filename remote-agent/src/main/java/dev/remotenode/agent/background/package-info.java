/** Threads beside the event loop. */
package dev.remotenode.agent.background;

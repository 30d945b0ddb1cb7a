/**
 * The journal: what ran on this node, who was connected, when the daemon started and ended. Written
 * beside the event loop, which it never keeps waiting.
 */
package dev.remotenode.agent.journal;

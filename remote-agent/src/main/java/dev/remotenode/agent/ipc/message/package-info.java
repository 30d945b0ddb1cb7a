/** Pacemaker's messages in the chunks that go through rings, in both forms that are about. */
package dev.remotenode.agent.ipc.message;

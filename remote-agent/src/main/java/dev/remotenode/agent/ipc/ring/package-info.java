/** libqb's rings in shared memory: how messages get from one process to another. */
package dev.remotenode.agent.ipc.ring;

/** A child process: spawn, output, exit, group kill; and the agents that run as one. */
package dev.remotenode.ocf.process;

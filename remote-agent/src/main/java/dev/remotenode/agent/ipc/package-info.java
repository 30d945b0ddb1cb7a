/**
 * The local server for tools that are linked to libqb, as all of Pacemaker's are: transport only.
 *
 * <p>Of the transports that libqb's clients take from a server, this one offers shared memory, as
 * every version of Pacemaker does by default. Tools that wait for events notice only there that the
 * connection has ended; messages are not limited by the kernel's socket buffers; and rings are
 * protected by the modes of files, where datagram sockets are open to any local user. The stream
 * socket of each connection stays for both sides to wake the other with a byte, so that nothing is
 * polled.
 */
package dev.remotenode.agent.ipc;

package dev.remotenode.agent.ipc.message;

/**
 * The sizes of one connection, in bytes.
 *
 * @param chunk largest chunk, as agreed with the tool
 * @param message largest message, plain and in one piece
 */
public record MessageLimits(int chunk, int message) {}

package dev.remotenode.lrmd.message;

/** What the executor sends: an answer to one request, or news. */
public sealed interface ServerMessage permits Reply, Notification {}

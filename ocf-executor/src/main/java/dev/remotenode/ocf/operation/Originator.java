package dev.remotenode.ocf.operation;

/** Who asked for an operation; opaque to the executor, which only hands it back. */
public record Originator(String clientId) {}

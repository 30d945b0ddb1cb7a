package dev.remotenode.agent;

/** Placeholder. */
final class Skeleton {
    private Skeleton() {}
}

package dev.remotenode.lrmd;

/** Placeholder. */
final class Skeleton {
    private Skeleton() {}
}

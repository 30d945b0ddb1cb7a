package dev.remotenode.ocf;

/** Placeholder. */
final class Skeleton {
    private Skeleton() {}
}

package dev.remotenode.lrmd.frame;

/** Sizes beyond which a peer's message is refused, before memory is taken for it. */
public final class FrameLimits {

    /** Largest message, in bytes, plain or inflated: Pacemaker's own limit since 2026. */
    public static final int MESSAGE_BYTES = 20 * 1024 * 1024;

    private FrameLimits() {}
}

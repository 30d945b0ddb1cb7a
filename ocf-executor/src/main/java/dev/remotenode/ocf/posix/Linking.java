package dev.remotenode.ocf.posix;

/** Makes C functions callable ahead of their first call, which would have to wait for it. */
public final class Linking {
    private Linking() {}

    /** Begins on a thread of its own, and returns at once. */
    public static void begin() {
        Thread.ofPlatform().daemon().name("linking").start(Libc::link);
    }
}

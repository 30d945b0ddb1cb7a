package dev.remotenode.ocf.posix;

/** Makes C functions callable ahead of their first call, which would have to wait for it. */
public final class Linking {
    private Linking() {}

    /** Takes some ten milliseconds; who calls one meanwhile, on any thread, waits for the rest. */
    public static void link() {
        Libc.link();
    }
}

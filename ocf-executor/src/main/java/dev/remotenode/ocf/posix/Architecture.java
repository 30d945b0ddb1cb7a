package dev.remotenode.ocf.posix;

/** What differs between the processors that the project runs on. */
final class Architecture {

    private static final boolean ARM = System.getProperty("os.arch", "").equals("aarch64");

    private Architecture() {}

    /** 64-bit ARM, as opposed to x86-64. */
    static boolean isArm() {
        return ARM;
    }
}

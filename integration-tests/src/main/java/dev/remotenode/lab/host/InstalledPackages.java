package dev.remotenode.lab.host;

/** The Debian packages that this machine has installed, to make file systems of them. */
public final class InstalledPackages {
    private InstalledPackages() {}

    /**
     * Functions of bash, for scripts: {@code paths PACKAGE...} writes what tar has to take from
     * {@code /}, with the essential packages and all that they depend on.
     */
    public static String script() {
        return Script.beside(InstalledPackages.class, "installed-packages.sh");
    }
}

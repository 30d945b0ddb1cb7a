package dev.remotenode.lab.fencing;

import dev.remotenode.lab.host.Host;
import java.security.SecureRandom;

/** What {@code fence_virtd} and the devices that ask it know each other by. */
public final class SharedKey {
    /** Where devices look for it unless they are told another place. */
    static final String FILE = "/etc/cluster/fence_xvm.key";

    private static final int SIZE = 4096;

    private final byte[] bytes = new byte[SIZE];

    /** Makes a random one. */
    public SharedKey() {
        new SecureRandom().nextBytes(bytes);
    }

    /** Puts it where it is looked for on a host. */
    public void install(Host host) {
        host.write(FILE, bytes);
        host.run("chmod", "600", FILE);
    }
}

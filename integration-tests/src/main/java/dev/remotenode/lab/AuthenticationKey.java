package dev.remotenode.lab;

import dev.remotenode.lab.host.Host;
import dev.remotenode.lrmd.tls.PreSharedKey;
import java.security.SecureRandom;

/** The pre-shared key of a lab, the same on cluster nodes and remote nodes. */
public final class AuthenticationKey {
    private static final String FILE = "/etc/pacemaker/authkey";

    /** The size that Pacemaker's documentation recommends. */
    private static final int SIZE = 4096;

    private final byte[] bytes = new byte[SIZE];

    /** Makes a random one. */
    public AuthenticationKey() {
        new SecureRandom().nextBytes(bytes);
    }

    /** Puts it where a host's daemons look for it. */
    public void install(Host host) {
        host.write(FILE, bytes);
        host.run("chown", "root:haclient", FILE);
        host.run("chmod", "640", FILE);
    }

    /** A copy of its bytes, for peers with a TLS of their own. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The same, for a test that plays the cluster node itself. */
    PreSharedKey preSharedKey() {
        return new PreSharedKey(bytes);
    }
}

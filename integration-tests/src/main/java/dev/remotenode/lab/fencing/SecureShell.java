package dev.remotenode.lab.fencing;

import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.HostProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;

/** {@code sshd} on a host, where root may log in with one key. */
public final class SecureShell implements AutoCloseable {
    /** The key to log in with, on hosts that are {@linkplain #admit admitted}. */
    public static final String KEY = "/etc/ssh/lab/login";

    private static final String HOST_KEY = "/etc/ssh/lab/host";
    private static final String CONFIGURATION = "/etc/ssh/lab/sshd_config";
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Host host;
    private final HostProcess process;

    private SecureShell(Host host, HostProcess process) {
        this.host = host;
        this.process = process;
    }

    /** Makes the keys and starts the daemon. */
    public static SecureShell start(Host host) {
        host.run("mkdir", "--parents", "/run/sshd", "/etc/ssh/lab");
        for (String key : new String[] {HOST_KEY, KEY}) {
            host.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key);
        }
        // A password of "!" would lock keys out, too.
        host.run("usermod", "--password", "*", "root");
        host.write(
                CONFIGURATION,
                """
                HostKey %s
                AuthorizedKeysFile %s.pub
                PermitRootLogin prohibit-password
                PidFile none
                """
                        .formatted(HOST_KEY, KEY));
        HostProcess process =
                host.start(
                        Command.of("/usr/sbin/sshd", "-D", "-e", "-f", CONFIGURATION), "sshd.out");
        return new SecureShell(host, process);
    }

    /** Lets root of another host log in here, without questions. */
    public void admit(Host other) {
        other.write(KEY, read(KEY));
        other.run("chmod", "600", KEY);
        other.write("/etc/ssh/ssh_known_hosts", host.name() + " " + read(HOST_KEY + ".pub"));
    }

    private String read(String file) {
        try {
            return Files.readString(host.file(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.kill();
        process.awaitExit(LIMIT);
    }
}

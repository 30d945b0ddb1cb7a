package dev.remotenode.lab.host;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** systemd as the init of a host. */
final class Systemd {
    private static final Duration BOOT_LIMIT = Duration.ofSeconds(60);

    /** With some units failed, as those may that look for hardware, a host is up as well. */
    private static final Set<String> UP = Set.of("running", "degraded");

    private Systemd() {}

    /** Starts systemd in namespaces that are furnished for it, and returns the way to it. */
    static Entrance boot(Namespaces namespaces) {
        long pid = Long.parseLong(namespaces.tell("boot"));
        return new Entrance(pid, EnumSet.allOf(Namespaces.Kind.class));
    }

    static void awaitUp(Host host) {
        Command state = Command.of("systemctl", "is-system-running", "--wait").within(BOOT_LIMIT);
        Await.until(
                "systemd to be up on " + host,
                BOOT_LIMIT,
                () -> host.run(state).output().strip(),
                UP::contains);
    }
}

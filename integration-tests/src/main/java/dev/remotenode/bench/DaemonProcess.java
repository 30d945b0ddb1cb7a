package dev.remotenode.bench;

import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.LabException;
import dev.remotenode.lab.host.ProcessTable;
import java.nio.file.Path;

/** The daemon that runs on a host, as the kernel shows it. */
public final class DaemonProcess {
    private DaemonProcess() {}

    /** Its folder in {@code /proc}. */
    public static Path folder(Host host) {
        ProcessTable.Entry daemon =
                host.processes().mentioning("pacemaker-remoted").stream()
                        .findFirst()
                        .orElseThrow(() -> new LabException("no daemon runs on " + host));
        return host.file("/proc/" + daemon.id());
    }
}

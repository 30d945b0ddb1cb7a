package dev.remotenode.packages;

import dev.remotenode.lab.host.Host;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What sbd on a remote node goes by: it looks for a process of this name once, and every second
 * then whether its executable still is the daemon ({@code find_pacemaker_remote} and {@code
 * sbd_remote_check} in sbd's {@code src/sbd-cluster.c}).
 *
 * @param name the name of the process, which the kernel cuts after 15 characters
 * @param executable where {@code /proc/PID/exe} points to
 */
record ProcessIdentity(String name, String executable) {
    /** With any other, the node resets itself. */
    static final ProcessIdentity WANTED =
            new ProcessIdentity("pacemaker-remot", "/usr/sbin/pacemaker-remoted");

    static ProcessIdentity of(Host host, String process) {
        return of(host.file("/proc/" + process));
    }

    static ProcessIdentity of(Path process) {
        try {
            return new ProcessIdentity(
                    Files.readString(process.resolve("comm")).strip(),
                    Files.readSymbolicLink(process.resolve("exe")).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

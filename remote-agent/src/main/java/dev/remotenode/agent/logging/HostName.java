package dev.remotenode.agent.logging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What this node calls itself. The kernel is asked, not the name service, which may be far away.
 */
public final class HostName {
    private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");

    private HostName() {}

    public static String ofThisNode() {
        try {
            return Files.readString(KERNEL).strip();
        } catch (IOException e) {
            return "localhost";
        }
    }
}

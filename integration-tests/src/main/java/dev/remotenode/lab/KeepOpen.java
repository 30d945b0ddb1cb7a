package dev.remotenode.lab;

import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Lab;
import dev.remotenode.lab.host.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Lets people look around in a lab before it closes. */
public final class KeepOpen {
    private static final Duration LONGEST = Duration.ofHours(8);

    private KeepOpen() {}

    /**
     * With {@code -Dlab.keepOpen=true}, says how to enter the hosts and waits until the file that
     * it names is deleted; else returns at once.
     */
    public static void ifWanted(Lab lab) {
        if (!Boolean.getBoolean("lab.keepOpen")) {
            return;
        }
        Path token = lab.folder().resolve("delete-me-to-close-the-lab");
        try {
            Files.createFile(token);
        } catch (IOException e) {
            throw new LabException("cannot keep the lab open", e);
        }
        lab.hosts()
                .forEach(host ->
                        System.out.printf(
                                "[lab] to enter %s: nsenter -t %d -m -u -i -n -p -w%n",
                                host, host.pid()));
        System.out.printf("[lab] to close the lab: rm %s%n", token);
        Await.until("the lab to be closed by hand", LONGEST, () -> Files.notExists(token));
    }
}

package dev.remotenode.lab.host;

import java.time.Duration;

/**
 * A disk that all hosts of this machine see, as a storage network would have it: a loop device. It
 * goes with the host that has its file, however that ends.
 *
 * @param device where it is on every host
 */
public record LoopDisk(String device) {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** Makes a disk of some megabytes. */
    public static LoopDisk create(Host host, String name, int megabytes) {
        String file = "/tmp/" + name;
        String device = file + ".device";
        host.run("truncate", "--size=" + megabytes + "M", file);
        // What is detached while it is open goes when it is closed.
        host.start(
                Command.of(
                        "bash",
                        "-euc",
                        """
                        device=$(losetup --find --show "$0")
                        exec 3<"$device"
                        losetup --detach "$device"
                        echo -n "$device" >"$0.device"
                        exec sleep infinity
                        """,
                        file),
                name + ".out");
        String found =
                Await.until(
                        "a loop device",
                        LIMIT,
                        () -> host.run(Command.of("cat", device)).output(),
                        text -> !text.isEmpty());
        return new LoopDisk(found);
    }
}

package dev.remotenode.ocf.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the daemon stands when the kernel looks for somebody to end because memory has run out: not
 * in front, whoever else is large. Nobody would tell the cluster what became of the others.
 * Children inherit that, and get the place back that the daemon was started with.
 */
final class MemoryRank {

    private static final Logger log = LoggerFactory.getLogger(MemoryRank.class);

    /** Half of all memory there is does not count, which is more than the daemon ever takes. */
    private static final int OF_DAEMON = -500;

    private static final String FILE = "oom_score_adj";

    private final Path processes;
    private final String given;
    private final boolean changed;

    private MemoryRank(Path processes, String given, boolean changed) {
        this.processes = processes;
        this.given = given;
        this.changed = changed;
    }

    /**
     * Has the daemon step back, unless it was given a better place, or may not: that takes a right
     * that root in a container need not have.
     */
    static MemoryRank stepBack(Path processes) {
        Path own = processes.resolve("self").resolve(FILE);
        String given = "0";
        try {
            given = Files.readString(own).strip();
            if (Integer.parseInt(given) > OF_DAEMON) {
                Files.writeString(own, Integer.toString(OF_DAEMON));
                return new MemoryRank(processes, given, true);
            }
        } catch (IOException | NumberFormatException e) {
            log.debug("The kernel may end this daemon when memory runs out: {}", e.getMessage());
        }
        return new MemoryRank(processes, given, false);
    }

    /** Gives a child the place back. It has had no time yet to have children of its own. */
    void restore(int child) {
        if (!changed) {
            return;
        }
        try {
            Files.writeString(processes.resolve(Integer.toString(child)).resolve(FILE), given);
        } catch (IOException e) {
            log.debug("Process {} is spared like this daemon: {}", child, e.getMessage());
        }
    }
}

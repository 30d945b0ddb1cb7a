package dev.remotenode.agent.lifecycle;

import dev.remotenode.ocf.posix.FileSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the daemon's process hands on to every agent, and what agents expect to find on the node; as
 * Pacemaker's daemon has it.
 */
public final class ProcessSurroundings {

    private static final Logger log = LoggerFactory.getLogger(ProcessSurroundings.class);

    /** Group may not write, others may do nothing with what agents create. */
    private static final int FILE_MODE_MASK = 0026;

    /** Where a core dump of an agent is looked for. */
    private static final String CORES = "/var/lib/pacemaker/cores";

    /** Where agents keep the state of their resources. */
    private static final Path RESOURCE_AGENTS = Path.of("/run/resource-agents");

    private ProcessSurroundings() {}

    /** Prepares them; what cannot be had is logged, as most agents do without. */
    public static void prepare() {
        FileSystem.umask(FILE_MODE_MASK);
        if (FileSystem.chdir(CORES) < 0) {
            log.debug("Cannot make {} the working directory", CORES);
        }
        try {
            Files.createDirectories(RESOURCE_AGENTS);
        } catch (IOException e) {
            log.warn("Cannot make {} for agents: {}", RESOURCE_AGENTS, e.getMessage());
        }
    }
}

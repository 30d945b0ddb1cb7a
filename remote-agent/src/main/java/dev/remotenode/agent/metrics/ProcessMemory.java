package dev.remotenode.agent.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory of this process, as the kernel counts it. */
final class ProcessMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";
    private static final long KIBIBYTE = 1024;

    private ProcessMemory() {}

    /** What is in RAM, in bytes; 0 if the kernel does not say. */
    static double residentBytes() {
        try {
            return Files.readAllLines(STATUS).stream()
                            .filter(line -> line.startsWith(RESIDENT))
                            .map(line -> line.substring(RESIDENT.length()).strip().split(" ", 2)[0])
                            .mapToLong(Long::parseLong)
                            .findFirst()
                            .orElse(0)
                    * (double) KIBIBYTE;
        } catch (IOException e) {
            return 0;
        }
    }
}

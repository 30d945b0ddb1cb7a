package dev.remotenode.agent.cli.check;

import dev.remotenode.agent.config.LocalTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Room for what the daemon does: open files, shared memory for local tools, the log. */
final class LimitCheck implements Check {
    private static final String SUBJECT = "limits";
    private static final Pattern OPEN_FILES = Pattern.compile("(?m)^Max open files +(\\d+)");
    private static final int ENOUGH_FILES = 1024;
    private static final long MEBIBYTE = 1 << 20;
    private static final long ENOUGH_MEMORY = 16 * MEBIBYTE;

    @Override
    public List<Observation> look(Surroundings surroundings) {
        List<Observation> found = new ArrayList<>();
        found.add(openFiles(surroundings));
        if (!(surroundings.configuration().localTools() instanceof LocalTools.NotServed)) {
            room(surroundings, "/dev/shm", "cluster tools on this host need it")
                    .ifPresent(found::add);
        }
        for (Path file : surroundings.configuration().logging().files()) {
            Path folder = file.getParent();
            if (folder != null) {
                room(surroundings, folder.toString(), "the log is there").ifPresent(found::add);
            }
        }
        return found;
    }

    private static Observation openFiles(Surroundings surroundings) {
        Matcher limit = OPEN_FILES.matcher(surroundings.text("/proc/self/limits").orElse(""));
        int files = limit.find() ? Integer.parseInt(limit.group(1)) : ENOUGH_FILES;
        return files < ENOUGH_FILES
                ? Observation.note(
                        SUBJECT,
                        "%d files may be open".formatted(files),
                        "set LimitNOFILE=%d for the service, if it has the same"
                                .formatted(ENOUGH_FILES))
                : Observation.ok(SUBJECT, "%d files may be open".formatted(files));
    }

    /** Said of a folder only if there is little. */
    private static Optional<Observation> room(
            Surroundings surroundings, String folder, String reason) {
        try {
            long free = Files.getFileStore(surroundings.file(folder)).getUsableSpace();
            return free < ENOUGH_MEMORY
                    ? Optional.of(
                            Observation.problem(
                                    SUBJECT,
                                    "%s has room for %d MiB".formatted(folder, free / MEBIBYTE),
                                    "make room: " + reason))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of(
                    Observation.problem(
                            SUBJECT, "there is no folder " + folder, "make it: " + reason));
        }
    }
}

package dev.remotenode.ocf.forensics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that looks like {@code /proc}, for processes that cannot be had in a test. */
record ProcFolder(Path root) {

    /** One process, with the files that are read; its age grows with the process id. */
    void process(int pid, String name, char state, int parent, int group, int session) {
        file(
                pid,
                "stat",
                "%d (%s) %c %d %d %d 0 -1 4194304 109 0 0 0 2 3 0 0 20 0 1 0 %d 3133440 410"
                        .formatted(pid, name, state, parent, group, session, 900000 + pid));
        file(pid, "wchan", "0");
        file(pid, "cmdline", "/bin/%s\0-x\0".formatted(name));
    }

    void file(int pid, String name, String content) {
        try {
            Path folder = Files.createDirectories(root.resolve(Integer.toString(pid)));
            Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

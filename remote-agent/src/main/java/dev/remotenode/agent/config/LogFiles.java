package dev.remotenode.agent.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which files to log to.
 *
 * @param main the file that the environment names or implies, if any; agents are told of it
 * @param additional the files named on the command line
 */
record LogFiles(Optional<Path> main, List<Path> additional) {
    private static final Path DEFAULT_DIRECTORY = Path.of("/var/log/pacemaker");
    private static final Path DEFAULT = DEFAULT_DIRECTORY.resolve("pacemaker.log");
    private static final String NONE = "none";
    private static final Path NULL_DEVICE = Path.of("/dev/null");

    /**
     * Pacemaker's rule: the default file counts only where nothing else is named. A host without
     * the directory gets no file at all, rather than a complaint at each start.
     */
    static LogFiles choose(Optional<String> setting, List<Path> additional) {
        if (setting.isPresent()) {
            Optional<Path> named = setting.filter(name -> !name.equals(NONE)).map(Path::of);
            return new LogFiles(named, additional);
        }
        boolean useDefault = additional.isEmpty() && Files.isDirectory(DEFAULT_DIRECTORY);
        return new LogFiles(Optional.of(DEFAULT).filter(file -> useDefault), additional);
    }

    /** Every file worth writing to, once. */
    List<Path> all() {
        return Stream.concat(main.stream(), additional.stream())
                .filter(file -> !file.equals(NULL_DEVICE))
                .distinct()
                .toList();
    }
}

package dev.remotenode.agent.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The environment that the daemon is to work with: that of its process and, in a container, what a
 * file of the container's host adds to it.
 *
 * @param variables all of them
 * @param additions those that the process itself does not have, for programs that it starts
 * @param firstProcess whether the daemon has to do what the first process of a container does
 * @param warnings one sentence for each thing that could not be understood
 */
public record ProcessEnvironment(
        Map<String, String> variables,
        Map<String, String> additions,
        boolean firstProcess,
        List<String> warnings) {

    /** Where Pacemaker's bundles, and those who start containers by hand, put variables. */
    public static final Path FILE = Path.of("/etc/pacemaker/pcmk-init.env");

    /** A container can be expected to have this folder, but not one of Pacemaker's. */
    private static final String LOG_FILE = "/var/log/pcmk-init.log";

    private static final long FIRST = 1;

    public ProcessEnvironment {
        variables = Map.copyOf(variables);
        additions = Map.copyOf(additions);
        warnings = List.copyOf(warnings);
    }

    /**
     * Finds out whether this is the first process of a container, or shall behave like one, and
     * reads the file if so.
     *
     * @param environment of the process: the file changes nothing of it
     * @param pid of the process
     * @param file usually {@link #FILE}
     */
    public static ProcessEnvironment of(Map<String, String> environment, long pid, Path file) {
        SettingsReader settings = new SettingsReader(environment);
        FirstProcessMode mode =
                pid == FIRST ? FirstProcessMode.FULL : settings.read(Settings.REMOTE_PID1);
        Optional<VariablesFile> read =
                switch (mode) {
                    case DEFAULT -> Optional.empty();
                    case FULL, VARS -> Optional.of(VariablesFile.read(file));
                };
        Map<String, String> additions =
                new LinkedHashMap<>(read.map(VariablesFile::variables).orElseGet(TreeMap::new));
        additions.keySet().removeAll(environment.keySet());
        boolean full = mode == FirstProcessMode.FULL;
        if (full && !namesLogFile(environment) && !namesLogFile(additions)) {
            additions.put(Settings.LOGFILE.name(), LOG_FILE);
        }
        Map<String, String> variables = new LinkedHashMap<>(environment);
        variables.putAll(additions);
        return new ProcessEnvironment(
                variables,
                additions,
                full,
                read.map(VariablesFile::warnings).orElseGet(settings::warnings));
    }

    private static boolean namesLogFile(Map<String, String> variables) {
        return Settings.LOGFILE.names().stream().anyMatch(variables::containsKey);
    }
}

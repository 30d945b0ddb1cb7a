package dev.remotenode.agent.config;

import java.util.Map;
import java.util.Set;

/**
 * What the {@code jpackage} launcher did to the environment before {@code main}. It sets {@code
 * _JPACKAGE_LAUNCHER} and appends its own folder to {@code LD_LIBRARY_PATH}; with that variable
 * unset before, an agent would even load libraries out of its working directory, as an empty entry
 * means that.
 *
 * @param foreign variables that an agent must not see
 * @param restored variables that an agent sees as they were
 */
record LauncherTraces(Set<String> foreign, Map<String, String> restored) {
    private static final String MARK = "_JPACKAGE_LAUNCHER";
    private static final String LIBRARY_PATH = "LD_LIBRARY_PATH";
    private static final String SEPARATOR = ":";

    static LauncherTraces in(Map<String, String> environment) {
        String libraryPath = environment.getOrDefault(LIBRARY_PATH, "");
        int appended = libraryPath.lastIndexOf(SEPARATOR);
        if (!environment.containsKey(MARK) || appended < 0) {
            return new LauncherTraces(Set.of(MARK), Map.of());
        }
        return appended == 0
                ? new LauncherTraces(Set.of(MARK, LIBRARY_PATH), Map.of())
                : new LauncherTraces(
                        Set.of(MARK), Map.of(LIBRARY_PATH, libraryPath.substring(0, appended)));
    }
}

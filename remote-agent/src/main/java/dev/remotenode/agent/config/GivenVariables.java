package dev.remotenode.agent.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The environment that the daemon would have, and where each variable of it was given.
 *
 * @param values by name
 * @param origins by name: a file and a line, or the name of another place
 * @param findings about files
 */
record GivenVariables(
        Map<String, String> values, Map<String, String> origins, List<Finding> findings) {
    private static final String ENVIRONMENT = "environment";

    GivenVariables {
        values = Map.copyOf(values);
        origins = Map.copyOf(origins);
        findings = List.copyOf(findings);
    }

    /**
     * Puts files over an environment, a later one over an earlier one, as the service manager does.
     */
    static GivenVariables of(Map<String, String> environment, List<Path> files) {
        Map<String, String> values = new HashMap<>(environment);
        Map<String, String> origins = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        environment.keySet().forEach(name -> origins.put(name, ENVIRONMENT));
        for (Path path : files) {
            EnvironmentFile file = EnvironmentFile.read(path);
            findings.addAll(file.findings());
            file.assignments()
                    .forEach(assignment -> {
                        values.put(assignment.name(), assignment.value());
                        origins.put(assignment.name(), path + ":" + assignment.line());
                    });
        }
        return new GivenVariables(values, origins, findings);
    }

    /** Where a variable was given, which is among them. */
    String origin(String name) {
        return origins.getOrDefault(name, ENVIRONMENT);
    }
}

package dev.remotenode.agent;

import dev.remotenode.agent.config.AgentConfiguration;
import dev.remotenode.agent.config.Finding;
import dev.remotenode.agent.config.Finding.Weight;
import dev.remotenode.agent.config.Inspection;
import dev.remotenode.agent.server.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Answers questions about the configuration on standard output, without starting the daemon. */
final class ConfigurationCheck {
    /** The number that sysexits.h has for a wrong configuration. */
    private static final int EXIT_CONFIGURATION = 78;

    private ConfigurationCheck() {}

    /** Prints the settings in force, and returns the exit status. */
    static int print(Inspection inspection) {
        System.out.print(inspection.settings());
        return 0;
    }

    /** Prints everything worth knowing, and returns the exit status. */
    static int test(Inspection inspection) {
        List<Finding> findings = new ArrayList<>(inspection.findings());
        AgentConfiguration configuration = inspection.configuration();
        findings.addAll(keys(configuration));
        findings.addAll(logFiles(configuration.logging().files()));
        findings.forEach(System.out::println);
        long problems =
                findings.stream().filter(finding -> finding.weight() == Weight.PROBLEM).count();
        System.out.println(
                problems == 0
                        ? "The configuration is usable."
                        : "Problems in the configuration: " + problems);
        return problems == 0 ? 0 : EXIT_CONFIGURATION;
    }

    /** Without a key the daemon starts, and waits for one; without its certificates it does not. */
    private static List<Finding> keys(AgentConfiguration configuration) {
        try {
            Credentials.load(configuration.security());
        } catch (IOException e) {
            return List.of(Finding.problem(String.valueOf(e.getMessage())));
        }
        List<Path> keyFiles = configuration.security().keyFiles();
        return configuration.security().certificates().isPresent()
                        || keyFiles.stream().anyMatch(Files::isReadable)
                ? List.of()
                : List.of(
                        Finding.note(
                                "No key in %s: cluster nodes are refused until there is one"
                                        .formatted(keyFiles)));
    }

    private static List<Finding> logFiles(List<Path> files) {
        return files.stream()
                .filter(file -> !Files.isWritable(file) && !isWritableFolder(file))
                .map(file -> Finding.problem("Logging to '" + file + "' is not possible"))
                .toList();
    }

    private static boolean isWritableFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder != null && Files.isWritable(folder) && !Files.exists(file);
    }
}

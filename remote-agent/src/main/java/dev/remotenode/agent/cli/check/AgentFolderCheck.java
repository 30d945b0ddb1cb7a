package dev.remotenode.agent.cli.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where resource agents are. */
final class AgentFolderCheck implements Check {
    private static final String SUBJECT = "agents";
    private static final String INSTALL = "install resource-agents, as on the cluster's nodes";

    @Override
    public List<Observation> look(Surroundings surroundings) {
        List<Observation> found = new ArrayList<>();
        for (String folder : surroundings.configuration().ocfPath().split(":", -1)) {
            if (!folder.isEmpty()) {
                found.add(look(folder, surroundings.file(folder)));
            }
        }
        return found;
    }

    private static Observation look(String name, Path folder) {
        if (!Files.isDirectory(folder)) {
            return Observation.problem(SUBJECT, "there is no folder " + name, INSTALL);
        }
        List<Path> providers = entries(folder).filter(Files::isDirectory).toList();
        long agents =
                providers.stream()
                        .flatMap(AgentFolderCheck::entries)
                        .filter(Files::isExecutable)
                        .count();
        return agents == 0
                ? Observation.problem(SUBJECT, name + " has no agent", INSTALL)
                : Observation.ok(
                        SUBJECT,
                        "%s has %d, of %d providers".formatted(name, agents, providers.size()));
    }

    private static Stream<Path> entries(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}

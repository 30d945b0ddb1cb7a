package dev.remotenode.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A launcher's configuration file.
 *
 * @param program what it launches
 * @param lines its lines, without comments; JVM options are last
 */
record LauncherConfiguration(Program program, List<String> lines) {
    private static final String JVM_OPTION = "java-options=";

    static LauncherConfiguration read(Program program, Path sources) throws IOException {
        return new LauncherConfiguration(
                program,
                Files.readAllLines(sources.resolve(program.configurationFile())).stream()
                        .filter(line -> !line.startsWith(";"))
                        .toList());
    }

    /** The same, but with other options for the AOT cache. */
    LauncherConfiguration withAotOptions(String... options) {
        List<String> changed = new ArrayList<>(lines);
        changed.removeIf(line -> line.startsWith(JVM_OPTION + "-XX:AOT"));
        for (String option : options) {
            changed.add(JVM_OPTION + option);
        }
        return new LauncherConfiguration(program, changed);
    }

    void writeTo(Path image) throws IOException {
        Path application = image.resolve(Launcher.APPLICATION);
        Files.write(application.resolve(program.configurationFile()), lines);
    }
}

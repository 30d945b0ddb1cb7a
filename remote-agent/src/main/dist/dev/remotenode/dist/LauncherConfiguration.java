package dev.remotenode.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The launcher's configuration file.
 *
 * @param lines its lines, without comments; JVM options are last
 */
record LauncherConfiguration(List<String> lines) {
    private static final String JVM_OPTION = "java-options=";

    static LauncherConfiguration read(Path sources) throws IOException {
        return new LauncherConfiguration(
                Files.readAllLines(sources.resolve(Launcher.NAME + ".cfg")).stream()
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
        return new LauncherConfiguration(changed);
    }

    void writeTo(Path image) throws IOException {
        Files.write(image.resolve(Launcher.APPLICATION).resolve(Launcher.NAME + ".cfg"), lines);
    }
}

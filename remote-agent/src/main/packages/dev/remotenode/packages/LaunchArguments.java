package dev.remotenode.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the installed launcher passes to the Java runtime, one argument a line: the configuration of
 * the tree's own launcher in the form of a command line.
 */
final class LaunchArguments {
    private static final String OPTION = "java-options=";
    private static final String MODULE = "app.mainmodule=";

    private LaunchArguments() {}

    /**
     * Writes the file {@code arguments} in place of the configuration.
     *
     * @param application the folder of the configuration
     * @param installed where that folder will be on a machine
     */
    static void move(Path application, String installed) throws IOException {
        Path configuration = application.resolve("pacemaker-remoted.cfg");
        var options = new ArrayList<String>();
        var main = new ArrayList<String>();
        for (String line : Files.readAllLines(configuration)) {
            if (line.startsWith(OPTION)) {
                options.add(line.substring(OPTION.length()).replace("$APPDIR", installed));
            } else if (line.startsWith(MODULE)) {
                main.addAll(List.of("--module", line.substring(MODULE.length())));
            }
        }
        if (main.isEmpty()) {
            throw new IllegalStateException("No main module in " + configuration);
        }
        options.addAll(main);
        Files.write(application.resolve("arguments"), options);
        Files.delete(configuration);
    }
}

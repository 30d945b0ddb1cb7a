package dev.remotenode.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What an installed launcher passes to the Java runtime, one argument a line: the configuration of
 * the tree's own launcher in the form of a command line.
 *
 * @param application the folder of the configuration, and of the file that is made of it
 * @param program the launcher's name in the tree
 * @param file the name of the file
 */
record LaunchArguments(Path application, String program, String file) {
    private static final String OPTION = "java-options=";
    private static final String MODULE = "app.mainmodule=";

    /**
     * Writes the file, in place of the configuration.
     *
     * @param installed where the folder will be on a machine
     */
    void write(String installed) throws IOException {
        Path configuration = application.resolve(program + ".cfg");
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
        Files.write(application.resolve(file), options);
        Files.delete(configuration);
    }
}

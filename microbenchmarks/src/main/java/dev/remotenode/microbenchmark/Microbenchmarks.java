package dev.remotenode.microbenchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs benchmarks as JMH's own command line does, with the collector, compiler and heap of the
 * daemon, and counts what they allocate.
 */
public final class Microbenchmarks {
    private Microbenchmarks() {}

    /**
     * Prints a table.
     *
     * @param arguments what JMH's command line takes, such as a pattern of names
     */
    public static void main(String[] arguments)
            throws CommandLineOptionException, IOException, RunnerException {
        CommandLineOptions chosen = new CommandLineOptions(arguments);
        if (chosen.shouldHelp()) {
            chosen.showHelp();
            return;
        }
        new Runner(
                        new OptionsBuilder()
                                .parent(chosen)
                                .addProfiler(GCProfiler.class)
                                .jvmArgs(daemonOptions())
                                .build())
                .run();
    }

    /**
     * Those of the file that the system property {@code daemon.options} names, except for what
     * belongs to a place or a module of the packaged daemon, or to its log.
     */
    private static String[] daemonOptions() throws IOException {
        Path file = Path.of(System.getProperty("daemon.options"));
        try (Stream<String> lines = Files.lines(file)) {
            Stream<String> options =
                    lines.takeWhile(line -> !line.equals("--module"))
                            .filter(option -> !option.contains("$APPDIR"))
                            .filter(option -> !option.startsWith("-Xlog"))
                            .filter(option -> !option.startsWith("--enable-native-access"));
            return Stream.concat(options, Stream.of("--enable-native-access=ALL-UNNAMED"))
                    .toArray(String[]::new);
        }
    }
}

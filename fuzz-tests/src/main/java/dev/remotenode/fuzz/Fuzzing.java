package dev.remotenode.fuzz;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Jazzer at work on one target, in a JVM of its own. */
record Fuzzing(Target target, Folders folders, Duration time) {

    /** What is generated; captures may be longer. */
    private static final int LONGEST_INPUT = 1024;

    /** An input that takes longer hangs. */
    private static final int PATIENCE_SECONDS = 20;

    /** Runs to its end, by time or by a finding. */
    Outcome run() throws IOException {
        Path findings = folders.findings(target);
        Process process =
                new ProcessBuilder(command(findings))
                        .directory(findings.toFile())
                        .redirectErrorStream(true)
                        .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader output = process.inputReader()) {
            output.lines().forEach(lines::add);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Files.write(folders.findings(target).resolve("log"), lines);
        return Outcome.of(target, lines, process.onExit().join().exitValue());
    }

    private List<String> command(Path findings) throws IOException {
        return Stream.of(jvm(), jazzer(findings), inputs()).flatMap(List::stream).toList();
    }

    private static List<String> jvm() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                absolute(System.getProperty("java.class.path")),
                "com.code_intelligence.jazzer.Jazzer");
    }

    private static String absolute(String classPath) {
        return Stream.of(classPath.split(":", -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .reduce((one, other) -> one + ":" + other)
                .orElse("");
    }

    private List<String> jazzer(Path findings) {
        return List.of(
                "--target_class=" + target.type().getName(),
                "--instrumentation_includes=" + target.instrumented(),
                // Jazzer's own checks in our code only: they break Netty's queues.
                "--custom_hook_includes=dev.remotenode.**",
                "--reproducer_path=" + findings.toAbsolutePath(),
                "-artifact_prefix=" + findings.toAbsolutePath() + "/",
                "-max_total_time=" + Math.max(1, time.toSeconds()),
                "-max_len=" + LONGEST_INPUT,
                "-timeout=" + PATIENCE_SECONDS,
                "-print_final_stats=1");
    }

    /** What is new goes into the first folder. */
    private List<String> inputs() throws IOException {
        List<String> folder = new ArrayList<>();
        folder.add(folders.corpus(target).toAbsolutePath().toString());
        if (Files.isDirectory(folders.seeds(target))) {
            folder.add(folders.seeds(target).toAbsolutePath().toString());
        }
        return folder;
    }
}

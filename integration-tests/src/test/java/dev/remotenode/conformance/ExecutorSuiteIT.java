package dev.remotenode.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.remotenode.lab.LabSettings;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.Lab;
import dev.remotenode.lab.host.PacemakerSeries;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * The regression suite of Pacemaker's executor, as Debian 13 packages it, against the daemon under
 * test: its tests appear here one by one. It needs systemd, kills daemons by name, and takes ten
 * minutes.
 */
@Tag("long")
class ExecutorSuiteIT {
    private static final String SUITE = "/usr/share/pacemaker/tests/cts-exec";
    private static final String RUNNER = "run-executor-suite.py";
    private static final Duration LIMIT = Duration.ofMinutes(30);

    @TestFactory
    Stream<DynamicTest> agreesWithTheDaemon() throws IOException {
        LabSettings settings = LabSettings.fromSystemProperties();
        Path folder = settings.folder().resolve("ExecutorSuiteIT-" + ProcessHandle.current().pid());
        try (Lab lab = Lab.open(folder, settings.program().folder())) {
            Host host = lab.addBootedHost("suite", PacemakerSeries.V3_0.root());
            settings.program().install(host);
            host.write("/tmp/" + RUNNER, runner());
            CommandResult result =
                    host.run(Command.of("python3", "/tmp/" + RUNNER, SUITE).within(LIMIT));
            System.out.println(result.output());
            settings.evidence().show(lab, "ExecutorSuiteIT");
            return Stream.concat(
                    SuiteTest.in(result.output()).stream().map(ExecutorSuiteIT::report),
                    Stream.of(DynamicTest.dynamicTest("all of it", () -> assertComplete(result))));
        }
    }

    private static DynamicTest report(SuiteTest test) {
        return DynamicTest.dynamicTest(
                test.name(),
                () -> {
                    switch (test.verdict()) {
                        case SUCCESS -> {}
                        case FAILURE -> fail(test.explanation());
                        case SKIPPED -> Assumptions.abort(test.explanation());
                    }
                });
    }

    /** A suite that stops half-way, or finds nothing to test, has no failed test to show. */
    private static void assertComplete(CommandResult result) {
        assertEquals(0, result.status(), result.errors());
        assertTrue(result.output().contains("Pass:" + passed(result)), () -> result.output());
        assertTrue(passed(result) > 0, "nothing was tested");
    }

    private static long passed(CommandResult result) {
        return SuiteTest.in(result.output()).stream()
                .filter(test -> test.verdict() == SuiteTest.Verdict.SUCCESS)
                .count();
    }

    private static byte[] runner() throws IOException {
        try (InputStream script = ExecutorSuiteIT.class.getResourceAsStream(RUNNER)) {
            return Objects.requireNonNull(script).readAllBytes();
        }
    }
}

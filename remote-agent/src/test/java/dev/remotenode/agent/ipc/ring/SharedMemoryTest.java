package dev.remotenode.agent.ipc.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class SharedMemoryTest {

    /**
     * In a process of its own, where nothing but this access is compiled, and all of it into one:
     * the JVM then reports the fault when it leaves that code, unless it is made to before.
     */
    @ParameterizedTest
    @ValueSource(strings = {"-XX:TieredStopAtLevel=1", "-XX:-TieredCompilation", "-Xint"})
    void lossOfMemoryIsReportedToWhoeverAccessesIt(String compiler) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process =
                new ProcessBuilder(
                                List.of(
                                        java.toString(),
                                        compiler,
                                        "--class-path",
                                        System.getProperty("java.class.path"),
                                        CutMemory.class.getName()))
                        .inheritIO()
                        .start();
        try {
            process.waitFor(50, TimeUnit.SECONDS);
            assertEquals(0, process.exitValue());
        } finally {
            process.destroyForcibly();
        }
    }
}

package dev.remotenode.conformance;

import static dev.remotenode.conformance.Codes.ACCEPTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lrmd.message.Request;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator may tell the log while the daemon runs. */
@ConformanceTest
class LogSignalsIT {
    private static final String LOG = "/var/log/pacemaker/pacemaker.log";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(strings = {"USR1", "USR2", "TRAP"})
    void theSignalsOfTheFlightRecorderDoNotEndTheDaemon(
            String signal, Controller controller, StandaloneNode node) {
        send(signal, node);

        assertEquals(ACCEPTED, controller.returnCode(new Request.Poke()));
        assertTrue(node.daemon().isRunning());
    }

    @Test
    @BeyondReference("SIGHUP ends Pacemaker's own daemon, and SIGUSR1 starts its flight recorder")
    void debugMessagesAndANewFileAreHadBySignals(StandaloneNode node) {
        node.host().run("mv", LOG, LOG + ".1");
        send("HUP", node);
        awaitInLog("Log files have been opened again", node);
        assertEquals("660", node.host().run("stat", "-c", "%a", LOG).strip());

        send("USR1", node);
        awaitInLog("Debug messages are ", node);
    }

    @Test
    @BeyondReference("its flight recorder writes a form of its own")
    void theFlightRecorderWritesDebugMessagesThatTheLogHasNot(StandaloneNode node) {
        String folder = "/var/lib/pacemaker/blackbox";
        node.replaceDaemon(Map.of("PCMK_blackbox", "yes"));
        try (Controller controller = Controller.signedOn(node)) {
            assertEquals(ACCEPTED, controller.returnCode(new Request.Poke()));
            send("TRAP", node);
            awaitInLog("The flight recorder's lines are in " + folder, node);
            assertTrue(node.host().run("sh", "-c", "cat " + folder + "/*").contains("asks: Poke"));
            assertFalse(node.log().contains("asks: Poke"));
        } finally {
            node.replaceDaemon(Map.of());
        }
    }

    private static void send(String signal, StandaloneNode node) {
        node.host().run("sh", "-c", "kill -" + signal + " $(pidof pacemaker-remoted)");
    }

    private static void awaitInLog(String text, StandaloneNode node) {
        // Between its renaming and the signal there is none.
        Path file = node.host().logs().resolve("pacemaker/pacemaker.log");
        Await.until(
                "'" + text + "' in the log",
                LIMIT,
                () -> Files.exists(file) && node.log().contains(text));
    }
}

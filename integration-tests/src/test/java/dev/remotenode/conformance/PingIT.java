package dev.remotenode.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.daemon.OperatorTool;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lrmd.message.Notification.NewClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code remotectl ping}, against either daemon. */
@ConformanceTest
class PingIT {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String DAEMON = "127.0.0.1";

    /** An address on the network of the host that no host has. */
    private static final String NOBODY = "10.77.0.99";

    private static final int OK = 0;
    private static final int USAGE = 64;
    private static final int UNAVAILABLE = 69;
    private static final int NOT_PERMITTED = 77;
    private static final int TIMEOUT = 124;

    private final OperatorTool tool = OperatorTool.fromSystemProperty();

    @Test
    void signsOnWhileNobodyIsConnected(StandaloneNode node) {
        CommandResult result = ping(node, DAEMON, "--count=2");

        assertEnded(OK, result);
        assertTold("the key fits", result);
        assertTold("Signed on", result);
        assertTold("Sign of life 2", result);
    }

    @Test
    void tellsProgramsTheSame(StandaloneNode node) {
        CommandResult json = ping(node, DAEMON, "--output-as=json");
        CommandResult xml = ping(node, "--output-as=xml", DAEMON + ":3121");

        assertEnded(OK, json);
        assertTold("\"signed-on\":true", json);
        assertTold("\"pokes\":[{\"round-trip-ms\":", json);
        assertTold("\"status\":{\"code\":0,\"message\":\"OK\"}", json);
        assertEnded(OK, xml);
        assertTold("<pokes><poke round-trip-ms=", xml);
        assertTold("<status code=\"0\" message=\"OK\"/>", xml);
    }

    @Test
    void leavesAConnectedClusterNodeAlone(StandaloneNode node, Controller controller) {
        CommandResult result = ping(node, DAEMON);

        assertEnded(OK, result);
        assertTold("the key there is the same as here", result);
        assertTold("Not signed on: 127.0.0.1 is connected", result);
        assertTrue(controller.soFar().stream().noneMatch(NewClient.class::isInstance));
    }

    @Test
    void signsOnBesideAClusterNodeIfForced(StandaloneNode node, Controller controller) {
        assertEnded(OK, ping(node, DAEMON, "--force", "--count=1"));

        controller.peer().notices().take(NewClient.class, _ -> true, LIMIT);
    }

    @Test
    void tellsThatTheKeyIsAnother(StandaloneNode node, @TempDir Path folder) throws IOException {
        Path key = Files.writeString(folder.resolve("authkey"), "another");

        assertRefused(tool.runOnNetworkOf(node.host(), "ping", DAEMON, "--key", key.toString()));
        try (Controller _ = Controller.signedOn(node)) {
            assertRefused(
                    tool.runOnNetworkOf(node.host(), "ping", DAEMON, "--key", key.toString()));
        }
    }

    private static void assertRefused(CommandResult result) {
        assertEnded(NOT_PERMITTED, result);
        assertTrue(result.errors().contains("the key there is another"), result::errors);
    }

    @Test
    void tellsThatNothingListens(StandaloneNode node) {
        CommandResult result = ping(node, DAEMON + ":3122");

        assertEnded(UNAVAILABLE, result);
        assertTrue(result.errors().contains("nothing listens on port 3122"), result::errors);
    }

    @Test
    void tellsThatAHostDoesNotAnswer(StandaloneNode node) {
        assertEnded(TIMEOUT, ping(node, NOBODY, "--timeout=500ms"));
    }

    @Test
    void saysWhatIsWrongWithTheCommandLine(StandaloneNode node) {
        CommandResult result = ping(node);

        assertEnded(USAGE, result);
        assertTrue(result.errors().contains("Try 'remotectl ping --help'"), result::errors);
    }

    private CommandResult ping(StandaloneNode node, String... arguments) {
        Path key = node.host().file("/etc/pacemaker/authkey");
        String[] all = new String[arguments.length + 3];
        all[0] = "ping";
        all[1] = "--key";
        all[2] = key.toString();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return tool.runOnNetworkOf(node.host(), all);
    }

    private static void assertEnded(int status, CommandResult result) {
        assertEquals(status, result.status(), () -> result.output() + result.errors());
    }

    private static void assertTold(String text, CommandResult result) {
        assertTrue(result.output().contains(text), result::output);
    }
}

package dev.remotenode.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.agent.ScriptAgent;
import dev.remotenode.lab.daemon.OperatorTool;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lab.wire.Requests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code remotectl report} with a daemon and without, and what is in its archive. */
@ConformanceTest
@BeyondReference("it keeps no journal")
class RemotectlReportIT {
    private static final String SECRET = "Zitronenfalter";
    private static final String KEY = "/etc/pacemaker/authkey";
    private static final int KEY_PART = 16;

    private static final int OK = 0;
    private static final int ERROR = 1;
    private static final int INSUFFICIENT_PRIVILEGES = 4;
    private static final int USAGE = 64;

    @Test
    void archiveHasEverythingButSecrets(StandaloneNode node, Controller controller)
            throws IOException {
        Host host = node.host();
        String id = failWithSecret(controller);
        host.write("/etc/default/sbd", "PCMK_remote_port=3121\n");

        CommandResult result =
                OperatorTool.runOn(host, "report", "-o", "/run/a.html", "-a", "/run/case.tar.gz");

        assertEquals(OK, result.status(), result::errors);
        assertEquals("600\n600\n", host.run("stat", "-c", "%a", "/run/a.html", "/run/case.tar.gz"));
        host.run("tar", "--extract", "--file=/run/case.tar.gz", "--directory=/run");
        assertTold("timed out", host, "analysis.txt");
        assertTold(id, host, "guest1/journal.json");
        assertTold("\"command-line\":\"sleep 60\"", host, "guest1/journal.json");
        assertTold("\"event\":\"daemon-start\"", host, "guest1/journal.json");
        assertTold("PCMK_remote_port=3121", host, "guest1/settings.txt");
        assertTold("successfully started", host, "guest1/cluster-log.txt");
        assertTold("guest1", host, "guest1/RUNNING");
        assertTold("pacemaker-cli-utils ", host, "guest1/sysinfo.txt");
        assertTold("pacemaker-remot", host, "guest1/sysstats.txt");
        assertTold("\"version\":", host, "guest1/status.json");
        assertTold("Threads:", host, "guest1/dump.txt");
        assertTold("<title>guest1: remote node report</title>", host, "report.html");
        byte[] key = Arrays.copyOf(Files.readAllBytes(host.file(KEY)), KEY_PART);
        for (String file : host.run("find", "/run/case", "-type", "f").lines().toList()) {
            byte[] content = Files.readAllBytes(host.file(file));
            String text = new String(content, StandardCharsets.UTF_8);
            assertFalse(text.contains(SECRET), file);
            assertFalse(latin(content).contains(latin(key)), file);
        }
    }

    @Test
    void pageIsForThoseWhoMayLook(StandaloneNode node) {
        Host host = node.host();
        host.run("mkdir", "--mode=777", "-p", "/run/anybody");

        assertEquals(OK, as("hacluster", "haclient", host, "/run/anybody/a.html").status());
        CommandResult refused = as("nobody", "nogroup", host, "/run/anybody/b.html");

        assertEquals(INSUFFICIENT_PRIVILEGES, refused.status());
        assertTrue(refused.errors().contains("members of the group haclient"), refused::errors);
    }

    @Test
    void worksWithoutTheDaemon(StandaloneNode node) throws IOException {
        Host host = node.host();
        String id;
        try (Controller controller = Controller.signedOn(node)) {
            id = failWithSecret(controller);
        }
        // What is asked for is written first: the daemon has no time for that later.
        OperatorTool.runOn(host, "op", "1");
        node.daemon().kill();
        try {
            CommandResult operations = OperatorTool.runOn(host, "ops", id, "--failed");
            CommandResult result = OperatorTool.runOn(host, "report", "-o", "/run/dead.html");
            CommandResult nobody = as("nobody", "nogroup", host, "/run/anybody/c.html");

            assertTrue(operations.output().contains("timed out"), operations::output);
            assertEquals(OK, result.status(), result::errors);
            assertTrue(result.output().contains("The daemon does not run"), result::output);
            String page = Files.readString(host.file("/run/dead.html"));
            assertTrue(page.contains(">not running<") && page.contains("sleep 60"), page);
            assertEquals(INSUFFICIENT_PRIVILEGES, nobody.status());
            assertTrue(nobody.errors().contains("only root"), nobody::errors);
        } finally {
            node.restartDaemon();
        }
    }

    @Test
    void saysWhatToDoAboutMistakes(StandaloneNode node) {
        Host host = node.host();
        assertRefused(USAGE, "Give -o FILE.html", host);
        assertRefused(USAGE, "such as 30min or 2d", host, "-o", "/run/x", "--since", "whenever");
        assertRefused(ERROR, "there is no folder /no/such", host, "-o", "/no/such/page.html");
    }

    @Test
    void writesForProgramsAndPipes(StandaloneNode node) {
        Host host = node.host();
        CommandResult json =
                OperatorTool.runOn(host, "report", "-o", "/run/j.html", "--output-as=json");
        assertTrue(json.output().contains("\"page\":\"/run/j.html\""), json::output);
        CommandResult piped = OperatorTool.runOn(host, "report", "-o", "/dev/stdout", "--since=1h");
        assertTrue(piped.output().startsWith("<!DOCTYPE html>"), piped::output);
    }

    private static void assertRefused(int status, String advice, Host host, String... options) {
        CommandResult result =
                OperatorTool.runOn(
                        host,
                        Stream.concat(Stream.of("report"), Stream.of(options))
                                .toArray(String[]::new));
        assertEquals(status, result.status(), result::errors);
        assertTrue(result.errors().contains(advice), result::errors);
    }

    private static String failWithSecret(Controller controller) {
        String id = controller.register();
        Map<String, String> parameters = new HashMap<>(ScriptAgent.does("sleep 60"));
        parameters.put("password", SECRET);
        controller.run(
                Requests.exec(id, "start", Duration.ZERO, Duration.ofSeconds(1), parameters));
        return id;
    }

    private static CommandResult as(String user, String group, Host host, String page) {
        return host.run(
                Command.of(
                        List.of(
                                "setpriv",
                                "--reuid=" + user,
                                "--regid=" + group,
                                "--clear-groups",
                                OperatorTool.onHost(),
                                "report",
                                "-o",
                                page)));
    }

    private static void assertTold(String text, Host host, String file) throws IOException {
        String content = Files.readString(host.file("/run/case/" + file));
        assertTrue(content.contains(text), () -> file + ": " + content);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}

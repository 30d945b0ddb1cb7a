package dev.remotenode.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.junit.BeyondReference;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the packaged daemon says of its configuration, on a host where it runs already. */
@ConformanceTest
@BeyondReference("Pacemaker's own daemon has no such options")
class ConfigurationIT {
    private static final String DAEMON = Host.PROGRAMS + "/sbin/pacemaker-remoted";
    private static final String FILE = "/run/settings";

    @Test
    void allThatIsWrongIsSaidAtOnce(StandaloneNode node) {
        node.host()
                .write(
                        FILE,
                        """
                        PCMK_remote_port=many
                        PCMK_logfile=/absent/log
                        PCMK_ca_file=/absent/ca.pem
                        PCMK_cert_file=/absent/cert.pem
                        PCMK_key_file=/absent/key.pem
                        """);

        CommandResult answer = ask(node, "--config-test", "--config-file", FILE);

        assertEquals(78, answer.status(), answer::output);
        for (String expected :
                List.of(
                        FILE + ":1: problem: PCMK_remote_port",
                        "problem: Logging to '/absent/log' is not possible",
                        "/absent/",
                        "Problems in the configuration: 3")) {
            assertTrue(answer.output().contains(expected), answer::output);
        }
    }

    @Test
    void theSettingsInForceAreAFileForTheSameConfiguration(StandaloneNode node) {
        node.host().write(FILE, "PCMK_remote_port=4000\n");
        String settings = ask(node, "--print-config", "--config-file", FILE).outputOrFail();
        assertTrue(settings.contains("[" + FILE + ":1]\nPCMK_remote_port=4000\n"), settings);

        node.host().write(FILE, settings);

        CommandResult answer = ask(node, "--config-test", "--config-file", FILE);
        assertEquals(0, answer.status(), answer::output);
    }

    private static CommandResult ask(StandaloneNode node, String... options) {
        List<String> command = Stream.concat(Stream.of(DAEMON), Arrays.stream(options)).toList();
        return node.host().run(Command.of(command));
    }
}

package dev.remotenode.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.junit.BeyondReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code remotectl check} on a host with the daemon. */
@ConformanceTest
class RemotectlCheckIT {
    private static final String KEY = "/etc/pacemaker/authkey";

    @Test
    @BeyondReference("comes without remotectl")
    void findsAHostInOrder(StandaloneNode node) {
        String digest = node.host().run("sha256sum", KEY).split(" ", 2)[0];

        CommandResult result =
                check(node.host(), "--node", node.host().name(), "--key-digest", digest);

        assertEquals(0, result.status(), () -> result.output() + result.errors());
        assertTold("3121 is listened on by pacemaker-remot (process ", result);
        assertTold("is the one with the SHA-256 that was given", result);
        assertTold("This host can be a remote node.", result);
    }

    @Test
    @BeyondReference("comes without remotectl")
    void findsWhatIsWrongAndSaysWhatToDo(StandaloneNode node) {
        Host host = node.host();
        host.write("/run/settings", "PCMK_remote_port=many\n");
        host.run("mv", KEY, KEY + ".away");
        try {
            CommandResult result = check(host, "--config-file=/run/settings");

            assertEquals(1, result.status(), () -> result.output() + result.errors());
            assertTold("/run/settings:1: PCMK_remote_port has the value 'many'", result);
            assertTold("-> copy that of the cluster: scp -p", result);
            assertTold("Problems: 2", result);
        } finally {
            host.run("mv", KEY + ".away", KEY);
        }
    }

    @Test
    @BeyondReference("comes without remotectl")
    void seesThatTheKeyIsAnother(StandaloneNode node) {
        CommandResult result = check(node.host(), "--key-digest=00", "--output-as=json");

        assertEquals(1, result.status(), () -> result.output() + result.errors());
        assertTold("\"problems\":1", result);
        assertTold("\"verdict\":\"problem\",\"subject\":\"key\"", result);
    }

    private static CommandResult check(Host host, String... options) {
        return host.run(
                Command.of(
                        Stream.concat(
                                        Stream.of(Host.PROGRAMS + "/bin/remotectl", "check"),
                                        Stream.of(options))
                                .toList()));
    }

    private static void assertTold(String text, CommandResult result) {
        assertTrue(result.output().contains(text), result::output);
    }
}

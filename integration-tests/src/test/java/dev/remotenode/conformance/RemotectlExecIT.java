package dev.remotenode.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.agent.ScriptAgent;
import dev.remotenode.lab.daemon.OperatorTool;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lrmd.message.Notification.NewClient;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code remotectl exec}, against either daemon. */
@ConformanceTest
class RemotectlExecIT {
    private static final String AGENT =
            "ocf:%s:%s".formatted(ScriptAgent.PROVIDER, ScriptAgent.TYPE);
    private static final int OK = 0;
    private static final int NOT_INSTALLED = 5;
    private static final int NOT_RUNNING = 7;
    private static final int USAGE = 64;
    private static final int UNSAFE = 107;
    private static final int TIMEOUT = 124;

    private final OperatorTool tool = OperatorTool.fromSystemProperty();

    @Test
    void showsWhatTheAgentSays(StandaloneNode node) {
        CommandResult result = exec(node, AGENT, "start", "do=echo all is well");

        assertEnded(OK, result);
        assertTold("all is well", result);
        assertTold(AGENT + " start on 127.0.0.1: done: 0 (ok)", result);
    }

    @Test
    void endsAsTheAgentDoes(StandaloneNode node) {
        CommandResult result =
                exec(node, "--output-as=json", AGENT, "monitor", "do=exit " + NOT_RUNNING);

        assertEnded(NOT_RUNNING, result);
        assertTold("\"execution-status\":\"done\",\"exit-code\":7", result);
        assertTold("\"status\":{\"code\":7,\"message\":\"not running\"}", result);
    }

    @Test
    void tellsThatThereIsNoSuchAgent(StandaloneNode node) {
        assertEnded(NOT_INSTALLED, exec(node, "ocf:remotenode:Nothing", "monitor"));
    }

    @Test
    void tellsThatTheAgentTookTooLong(StandaloneNode node) {
        CommandResult result = exec(node, "--action-timeout=200ms", AGENT, "start", "do=sleep 60");

        assertEnded(TIMEOUT, result);
        assertTold("timed out", result);
    }

    /** What it has registered is forgotten: the next one starts anew. */
    @Test
    void leavesNothingBehind(StandaloneNode node) {
        assertEnded(OK, exec(node, AGENT, "start", "do=true"));

        try (Controller controller = Controller.unnamed(node)) {
            assertEquals(List.of(), Recurring.all(controller));
        }
    }

    @Test
    void runsNothingBesideAClusterNode(StandaloneNode node, Controller controller) {
        CommandResult result = exec(node, AGENT, "start", "do=touch /run/was-run");

        assertEnded(UNSAFE, result);
        assertTrue(result.errors().contains("127.0.0.1 is connected"), result::errors);
        assertTrue(controller.soFar().stream().noneMatch(NewClient.class::isInstance));
        node.host().run("test", "!", "-e", "/run/was-run");
    }

    @Test
    void saysWhatIsWrongWithTheCommandLine(StandaloneNode node) {
        CommandResult agent = exec(node, "Dummy", "start");
        CommandResult parameter = exec(node, AGENT, "start", "do");

        assertEnded(USAGE, agent);
        assertTrue(agent.errors().contains("'Dummy' is no agent"), agent::errors);
        assertEnded(USAGE, parameter);
        assertTrue(parameter.errors().contains("give NAME=VALUE"), parameter::errors);
    }

    private CommandResult exec(StandaloneNode node, String... arguments) {
        // Options first, then the host, then what is for it.
        List<String> options =
                Stream.of(arguments).filter(argument -> argument.startsWith("--")).toList();
        List<String> operands =
                Stream.of(arguments).filter(argument -> !argument.startsWith("--")).toList();
        String key = node.host().file("/etc/pacemaker/authkey").toString();
        return tool.runOnNetworkOf(
                node.host(),
                Stream.of(List.of("exec", "--key", key), options, List.of("127.0.0.1"), operands)
                        .flatMap(List::stream)
                        .toArray(String[]::new));
    }

    private static void assertEnded(int status, CommandResult result) {
        assertEquals(status, result.status(), () -> result.output() + result.errors());
    }

    private static void assertTold(String text, CommandResult result) {
        assertTrue(result.output().contains(text), result::output);
    }
}

package dev.remotenode.ocf.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.ocf.agent.AgentName;
import dev.remotenode.ocf.agent.RunEnd;
import dev.remotenode.ocf.operation.ExecutionStatus;
import dev.remotenode.ocf.operation.ProcessTree;
import dev.remotenode.ocf.operation.Result;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters whose values only the agent itself may see. */
@Timeout(60)
class SecretsTest {

    private static final String HIDDEN = "lrm://";

    /** The MD5 sum of {@code hush, hush}. */
    private static final String SUM = "89B8E9DA893ED8290B2BAAE3DADC5C5F";

    private final Path folder;
    private final AgentFolder agents;
    @AutoClose private final Runs runs;

    SecretsTest(@TempDir Path folder) {
        this.folder = folder;
        agents = new AgentFolder(folder);
        runs = new Runs(agents);
        agents.script("Tells", "echo \"$OCF_RESKEY_password|$OCF_RESKEY_user\"");
    }

    @Test
    void theAgentSeesTheTrimmedContentOfTheFile() throws IOException {
        secret("password", "hush, hush \t\n\n");
        secret("password.sign", SUM + "\n");

        assertEquals(
                "hush, hush|lrm://x\n",
                runs.output("Tells", Map.of("password", HIDDEN, "user", "lrm://x")));
    }

    @Test
    void aChangedSecretIsReadAnew() throws IOException {
        secret("password", "hush, hush");
        secret("password.sign", SUM);
        runs.finish("Tells", Map.of("password", HIDDEN));
        secret("password", "loud");
        secret("password.sign", "1d4af5cc71d95ac41ab8a41c2f0c2bbf");

        assertEquals(withheld(), runs.finish("Tells", Map.of("password", HIDDEN)).result());
        secret("password", "hush, hush");
        secret("password.sign", SUM);
        assertEquals("hush, hush|\n", runs.output("Tells", Map.of("password", HIDDEN)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "password.sign"})
    void withoutOneOfTheFilesTheAgentDoesNotRun(String missing) throws IOException {
        secret("password", "hush, hush");
        secret("password.sign", SUM);
        Files.delete(agents.secrets().resolve("rsc").resolve(missing));

        RunEnd.Finished end = runs.finish("Tells", Map.of("password", HIDDEN));

        assertEquals(withheld(), end.result());
        assertEquals(2, end.agentCode());
    }

    @Test
    void oneUnusableSecretIsEnoughForTheAgentNotToRun() throws IOException {
        secret("password", "hush, hush");
        secret("password.sign", SUM);

        assertEquals(
                withheld(),
                runs.finish("Tells", Map.of("password", HIDDEN, "user", HIDDEN)).result());
    }

    @Test
    void aStopRunsWithWhatThereIs() throws IOException {
        secret("password", "hush, hush");
        secret("password.sign", SUM);
        AgentName agent = new AgentName("ocf", Optional.of(AgentFolder.PROVIDER), "Tells");
        Map<String, String> parameters = Map.of("password", HIDDEN, "user", HIDDEN);

        RunEnd.Finished end =
                (RunEnd.Finished) runs.begin(Runs.call(agent, "Stop", parameters)).await();

        assertEquals(Optional.of("hush, hush|lrm://\n"), end.result().output());
    }

    @Test
    void aStopRunsWithout() {
        AgentName agent = new AgentName("ocf", Optional.of(AgentFolder.PROVIDER), "Tells");

        RunEnd.Finished end =
                (RunEnd.Finished)
                        runs.begin(Runs.call(agent, "Stop", Map.of("password", HIDDEN))).await();

        assertEquals(Optional.of("lrm://|\n"), end.result().output());
    }

    @Test
    void aNameFromTheClusterLeadsNowhereElse() throws IOException {
        secret("password", "hush, hush");
        secret("password.sign", SUM);

        assertEquals(withheld(), runs.finish("Tells", Map.of("../rsc/password", HIDDEN)).result());
    }

    @Test
    void whatIsReportedOfAHangingAgentHasNoSecrets() throws Exception {
        secret("password", "hush, hush");
        secret("password.sign", SUM);
        agents.script(
                "Hangs",
                "exec sh -c 'echo ready >\"$0\"; read x <\"$0\"' \"$OCF_RESKEY_fifo\" "
                        + "--password=\"$OCF_RESKEY_password\"");
        Path fifo = folder.resolve("fifo");
        assertEquals(0, new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor());

        Runs.Begun begun = runs.begin("Hangs", Map.of("fifo", fifo.toString(), "password", HIDDEN));
        try (BufferedReader reader = Files.newBufferedReader(fifo)) {
            assertEquals("ready", reader.readLine());
            begun.run().timeOut();
        }

        ProcessTree tree = ((RunEnd.Killed) begun.await()).processes().orElseThrow();
        assertTrue(tree.toString().contains("--password=***"));
        assertFalse(tree.toString().contains("hush"));
    }

    private void secret(String name, String content) throws IOException {
        Path file = agents.secrets().resolve("rsc").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static Result withheld() {
        return new Result(
                2,
                ExecutionStatus.DONE,
                Optional.of("Unable to load CIB secrets"),
                Optional.of("ocf-exit-reason:Unable to load CIB secrets\n"));
    }
}

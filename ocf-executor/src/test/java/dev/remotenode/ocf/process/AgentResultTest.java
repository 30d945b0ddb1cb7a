package dev.remotenode.ocf.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.ocf.agent.AgentName;
import dev.remotenode.ocf.agent.RunEnd;
import dev.remotenode.ocf.agent.RunEnd.Finished;
import dev.remotenode.ocf.agent.RunEnd.NotAttempted;
import dev.remotenode.ocf.operation.ExecutionStatus;
import dev.remotenode.ocf.operation.Result;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the end of an agent is turned into. */
@Timeout(60)
class AgentResultTest {

    private static final String UNABLE = "Child process was unable to execute file";

    private final AgentFolder agents;
    @AutoClose private final Runs runs;

    AgentResultTest(@TempDir Path folder) {
        agents = new AgentFolder(folder);
        runs = new Runs(agents);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0", "1,1", "5,5", "7,7", "8,8", "9,9", "190,190", "191,191", "10,1", "127,1", "137,1",
        "189,1", "193,1", "255,1"
    })
    void exitCodesOutsideOfTheStandardAreErrors(int agentCode, int exitCode) {
        agents.script("Exits", "exit $OCF_RESKEY_code");

        Finished end = runs.finish("Exits", Map.of("code", agentCode + ""));

        assertEquals(agentCode, end.agentCode());
        assertEquals(exitCode, end.result().exitCode());
        assertEquals(ExecutionStatus.DONE, end.result().status());
    }

    @Test
    void theLastExitReasonCountsAndErrorsHideOutput() {
        agents.script(
                "Fails",
                "echo ocf-exit-reason:not this",
                "echo 'ocf-exit-reason:first' >&2",
                "echo 'x ocf-exit-reason:second ' >&2",
                "echo after >&2",
                "exit 1");

        assertEquals(
                done(1, "second ", "ocf-exit-reason:first\nx ocf-exit-reason:second \nafter\n"),
                runs.finish("Fails").result());
    }

    @Test
    void outputIsToldIfThereAreNoErrors() {
        agents.script("Talks", "printf 'one\\ntwo'");

        assertEquals(
                new Result(0, ExecutionStatus.DONE, Optional.empty(), Optional.of("one\ntwo")),
                runs.finish("Talks").result());
    }

    @Test
    void anEmptyExitReasonIsNone() {
        agents.script("Mumbles", "echo ocf-exit-reason: >&2; exit 3");

        assertEquals(Optional.empty(), runs.finish("Mumbles").result().exitReason());
    }

    @Test
    void textThatIsNotUtf8IsReadAsFarAsPossible() {
        agents.script("Binary", "printf 'a\\000b\\377c\\303\\244'");

        assertEquals(Optional.of("ab\uFFFDc\u00e4"), runs.finish("Binary").result().output());
    }

    @Test
    void aSignalFromElsewhereIsAnErrorWithTheSignalsName() {
        agents.script("Dies", "echo last words; echo ocf-exit-reason:none >&2; kill -TERM $$");

        assertEquals(
                new Result(
                        1,
                        ExecutionStatus.ERROR,
                        Optional.of("Resource agent interrupted by Terminated signal"),
                        Optional.of("ocf-exit-reason:none\n")),
                runs.finish("Dies").result());
    }

    @Test
    void aFileWithoutInterpreterLineIsTheShells() {
        agents.executable("Plain", "echo \"$1 by shell\"; exit 7\n");

        assertEquals(
                new Result(
                        7,
                        ExecutionStatus.DONE,
                        Optional.empty(),
                        Optional.of("monitor by shell\n")),
                runs.finish("Plain").result());
    }

    @Test
    void aFileThatMayNotBeExecutedIsReportedByTheAgentThatNeverRan() {
        agents.file("Text", "#!/bin/sh\n", "rw-r--r--");

        assertEquals(
                done(4, UNABLE, "ocf-exit-reason:" + UNABLE + "\n"), runs.finish("Text").result());
    }

    @Test
    void aFolderIsNoProgram() throws IOException {
        Files.createDirectories(agents.path("Folder"));

        assertEquals(
                done(4, UNABLE, "ocf-exit-reason:" + UNABLE + "\n"),
                runs.finish("Folder").result());
    }

    @Test
    void aMissingInterpreterMeansNotInstalled() {
        agents.executable("Lost", "#!/nonexistent/shell\n");

        assertEquals(
                done(5, UNABLE, "ocf-exit-reason:" + UNABLE + "\n"), runs.finish("Lost").result());
    }

    @Test
    void aMissingAgentIsNotAttempted() {
        assertEquals(
                notAttempted(5, ExecutionStatus.NOT_INSTALLED, "Absent: No such file or directory"),
                runs.run("Absent"));
    }

    @Test
    void anUnknownClassIsNotAttempted() {
        assertEquals(
                notAttempted(5, ExecutionStatus.NOT_INSTALLED, "x: No such file or directory"),
                runs.begin(new AgentName("nagios", Optional.empty(), "x"), Map.of()).await());
    }

    @ParameterizedTest
    @CsvSource({"ocf,,x", "ocf,'',x", "ocf,test,''", "'',test,x", "lsb,,''"})
    void anIncompleteNameIsNotAttempted(String standard, String provider, String type) {
        AgentName name = new AgentName(standard, Optional.ofNullable(provider), type);

        assertEquals(
                notAttempted(
                        1,
                        ExecutionStatus.ERROR_ON_ALL_NODES,
                        "Required agent or action information missing"),
                runs.begin(name, Map.of()).await());
    }

    @ParameterizedTest
    @CsvSource({
        "systemd,monitor,1,No DBus connection",
        "stonith,monitor,7,No fencer connection",
        "stonith,Start,1,No fencer connection"
    })
    void aClassWhoseServiceIsNotThereFails(
            String standard, String action, int exitCode, String reason) {
        AgentName name = new AgentName(standard, Optional.empty(), "x");

        assertEquals(
                notAttempted(exitCode, ExecutionStatus.ERROR, reason),
                runs.begin(Runs.call(name, action, Map.of())).await());
    }

    @ParameterizedTest
    @ValueSource(strings = {"LSB", "service"})
    void anInitScriptIsAskedForItsStatus(String standard) {
        agents.script("script", "echo \"$1 $OCF_RESKEY_x\"; exit 3");

        Finished end =
                (Finished)
                        runs.begin(
                                        new AgentName(standard, Optional.empty(), "test/script"),
                                        Map.of("x", "y"))
                                .await();

        assertEquals(3, end.agentCode());
        assertEquals(
                new Result(7, ExecutionStatus.DONE, Optional.empty(), Optional.of("status \n")),
                end.result());
    }

    @Test
    void anInitScriptThatCannotBeExecutedHasNothingToSay() {
        agents.file("text", "#!/bin/sh\n", "rw-r--r--");

        Finished end =
                (Finished)
                        runs.begin(new AgentName("lsb", Optional.empty(), "test/text"), Map.of())
                                .await();

        assertEquals(
                new Result(4, ExecutionStatus.DONE, Optional.empty(), Optional.empty()),
                end.result());
    }

    private static Result done(int exitCode, String reason, String output) {
        return new Result(exitCode, ExecutionStatus.DONE, Optional.of(reason), Optional.of(output));
    }

    private static RunEnd notAttempted(int exitCode, ExecutionStatus status, String reason) {
        return new NotAttempted(
                new Result(exitCode, status, Optional.of(reason), Optional.empty()));
    }
}

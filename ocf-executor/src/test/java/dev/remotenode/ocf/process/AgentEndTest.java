package dev.remotenode.ocf.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.ocf.agent.AgentName;
import dev.remotenode.ocf.agent.CibSecrets;
import dev.remotenode.ocf.agent.OcfStandard;
import dev.remotenode.ocf.agent.RunEnd;
import dev.remotenode.ocf.operation.ExecutionStatus;
import dev.remotenode.ocf.operation.OcfExitCode;
import dev.remotenode.ocf.operation.Result;
import dev.remotenode.ocf.posix.Errno;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The ends that are hard to bring about with real processes. */
class AgentEndTest {

    private final AgentEnd ends =
            new AgentEnd(
                    new OcfStandard(
                            "/nonexistent",
                            "/usr/lib/ocf",
                            new CibSecrets(Path.of("/nonexistent"))),
                    Runs.call(
                            new AgentName("ocf", Optional.of("test"), "Dummy"), "start", Map.of()),
                    Optional.empty());

    @Test
    void aSystemWithoutDescriptorsIsAnErrorThatMayPass() {
        assertEquals(
                new RunEnd.Finished(
                        1,
                        Result.failure(
                                OcfExitCode.GENERIC_ERROR,
                                ExecutionStatus.ERROR,
                                "Too many open files")),
                ends.of(new ChildEnd.NoProcess(Errno.EMFILE)));
    }

    @Test
    void anEnvironmentThatIsTooLongIsAPlainFailureOfTheAgent() {
        RunEnd.Finished end = (RunEnd.Finished) ends.of(new ChildEnd.ExecFailed(Errno.E2BIG));

        assertEquals(OcfExitCode.GENERIC_ERROR.code(), end.result().exitCode());
        assertEquals(ExecutionStatus.DONE, end.result().status());
    }

    @Test
    void aKillOfOursIsNoSignalFromElsewhere() {
        Output output = new Output("out", "");

        assertEquals(
                new RunEnd.Killed(Optional.of("out"), Optional.empty()),
                ends.of(new ChildEnd.Signalled(9, true, output)));
        assertEquals(
                Optional.of("Resource agent interrupted by Killed signal"),
                ((RunEnd.Finished) ends.of(new ChildEnd.Signalled(9, false, output)))
                        .result()
                        .exitReason());
    }
}

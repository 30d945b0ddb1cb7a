package dev.remotenode.ocf.systemd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.ocf.agent.RunEnd;
import dev.remotenode.ocf.operation.ExecutionStatus;
import dev.remotenode.ocf.operation.OcfExitCode;
import dev.remotenode.ocf.operation.Result;
import dev.remotenode.ocf.systemd.UnitRuns.Begun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Units of a made-up systemd on a real bus. */
@Timeout(60)
class SystemdAgentRunnerTest {

    @TempDir Path folder;

    private PrivateBus bus;
    private FakeSystemd systemd;
    private SystemdAgentRunner runner;

    @BeforeEach
    void startBus() {
        Assumptions.assumeTrue(PrivateBus.isInstalled(), "needs dbus-daemon");
        bus = PrivateBus.in(folder);
        systemd = new FakeSystemd(bus);
        runner = runner();
    }

    @AfterEach
    void stopBus() {
        if (bus != null) {
            runner.close();
            systemd.close();
            bus.close();
        }
    }

    private SystemdAgentRunner runner() {
        return new SystemdAgentRunner(
                new SystemdSettings(
                        "unix:path=" + folder.resolve("bus"), folder, folder.resolve("init.d")),
                Runnable::run);
    }

    @Test
    void aMonitorTellsTheStateOfTheUnit() {
        assertEquals(
                Result.failure(OcfExitCode.NOT_RUNNING, ExecutionStatus.DONE, "inactive"),
                begin("monitor").result());
        systemd.unit("db.service").becomes("active");
        assertEquals(Result.of(OcfExitCode.OK, ExecutionStatus.DONE), begin("status").result());
        systemd.unit("db.service").becomes("failed");
        assertEquals(
                Result.failure(OcfExitCode.NOT_RUNNING, ExecutionStatus.DONE, "failed"),
                begin("monitor").result());
    }

    @Test
    void aRecurringMonitorSaysThatTheUnitIsBetweenTwoStates() {
        systemd.unit("db.service").becomes("deactivating");
        assertEquals(
                Result.of(OcfExitCode.UNKNOWN, ExecutionStatus.PENDING),
                UnitRuns.begin(runner, "db", "monitor", Duration.ofSeconds(10)).result());
    }

    @Test
    void aProbeWaitsUntilTheStateIsDecided() {
        FakeSystemd.FakeUnit unit = systemd.unit("db.service");
        unit.becomes("activating");
        Begun probe = begin("monitor");
        until(() -> unit.questions() > 1);
        assertFalse(probe.end().isDone());
        unit.becomes("active");
        assertEquals(OcfExitCode.OK.code(), probe.result().exitCode());
    }

    @Test
    void aStartMarksTheUnitAndEndsWithTheJob() throws Exception {
        Begun start = begin("start");
        awaitCalls("subscribe", "reload", "start db.service replace");
        assertFalse(start.end().isDone());
        assertEquals(
                """
                [Unit]
                Description=Cluster Controlled db.service
                Before=pacemaker.service pacemaker_remote.service

                [Service]
                Restart=no
                """,
                Files.readString(override()));
        systemd.endJob(1, "done");
        assertEquals(Result.of(OcfExitCode.OK, ExecutionStatus.DONE), start.result());
    }

    @Test
    void aJobThatFailsIsAnError() {
        Begun start = begin("start");
        awaitCalls("subscribe", "reload", "start db.service replace");
        systemd.endJob(1, "failed");
        assertEquals(
                Result.failure(
                        OcfExitCode.GENERIC_ERROR,
                        ExecutionStatus.ERROR,
                        "systemd's job for db.service ended with 'failed'"),
                start.result());
    }

    @Test
    void aJobThatSystemdGaveUpHasTimedOut() {
        Begun start = begin("start");
        awaitCalls("subscribe", "reload", "start db.service replace");
        systemd.endJob(1, "timeout");
        assertEquals(ExecutionStatus.TIMED_OUT, start.result().status());
    }

    @Test
    void aStopTakesTheMarkAway() throws Exception {
        Files.createDirectories(override().getParent());
        Files.writeString(override(), "");
        Begun stop = begin("stop");
        awaitCalls("subscribe", "reload", "stop db.service replace");
        assertFalse(Files.exists(override()));
        systemd.endJob(1, "done");
        assertEquals(OcfExitCode.OK.code(), stop.result().exitCode());
    }

    @Test
    void whatIsMissingCannotBeStartedButIsStopped() {
        systemd.unit("db.service").isNotThere();
        Result start = begin("start").result();
        assertEquals(OcfExitCode.NOT_INSTALLED.code(), start.exitCode());
        assertEquals(ExecutionStatus.NOT_INSTALLED, start.status());
        assertEquals(Result.of(OcfExitCode.OK, ExecutionStatus.DONE), begin("stop").result());
    }

    @Test
    void aFolderThatCannotBeWrittenFailsTheStart() throws Exception {
        Files.writeString(folder.resolve("db.service.d"), "in the way");
        Result start = begin("start").result();
        assertEquals(ExecutionStatus.ERROR, start.status());
        assertEquals(OcfExitCode.GENERIC_ERROR.code(), start.exitCode());
        assertEquals(List.of("subscribe"), systemd.calls());
    }

    @Test
    void aJobGoesOnWhenSystemdExecutesItselfAnew() {
        Begun restart = begin("restart");
        awaitCalls("subscribe", "restart db.service replace");
        systemd.executeAnew();
        awaitCalls(
                "subscribe",
                "restart db.service replace",
                "subscribe",
                "restart db.service replace");
        systemd.endJob(2, "done");
        assertEquals(OcfExitCode.OK.code(), restart.result().exitCode());
    }

    @Test
    void noOtherProgramCanSayThatAJobIsOver() throws Exception {
        Begun start = begin("start");
        awaitCalls("subscribe", "reload", "start db.service replace");
        FakeSystemd.pretendJobIsOver(bus, 1);
        systemd.endJob(1, "failed");
        assertEquals(ExecutionStatus.ERROR, start.result().status());
    }

    @Test
    void aMonitorDescribesNothingButMetaDataDoes() {
        String description = begin("meta-data").result().output().orElseThrow();
        assertTrue(description.contains("Feeds &lt;birds&gt; &amp; cats"), description);
        assertTrue(description.contains("name=\"db.service\""), description);
    }

    @Test
    void anotherActionIsNotImplemented() {
        Result result = begin("promote").result();
        assertEquals(OcfExitCode.UNIMPLEMENTED.code(), result.exitCode());
        assertEquals(ExecutionStatus.ERROR, result.status());
    }

    @Test
    void aCancelledMonitorIsUndecidedAndATimeoutIsTheSchedulersToWord() {
        Begun start = begin("start");
        start.run().timeOut();
        assertInstanceOf(RunEnd.Killed.class, start.await());
        systemd.unit("db.service").becomes("activating");
        Begun probe = begin("monitor");
        probe.run().kill();
        assertEquals(
                new RunEnd.Finished(
                        OcfExitCode.UNKNOWN.code(),
                        Result.of(OcfExitCode.UNKNOWN, ExecutionStatus.PENDING)),
                probe.await());
    }

    @Test
    void withoutABusThereIsNoConnectionUntilThereIsOne() {
        systemd.unit("db.service").becomes("active");
        assertEquals(OcfExitCode.OK.code(), begin("monitor").result().exitCode());
        systemd.close();
        bus.close();
        assertEquals(
                Result.failure(
                        OcfExitCode.GENERIC_ERROR, ExecutionStatus.ERROR, "No DBus connection"),
                begin("monitor").result());
        bus = PrivateBus.in(folder);
        systemd = new FakeSystemd(bus);
        systemd.unit("db.service").becomes("active");
        assertEquals(OcfExitCode.OK.code(), begin("monitor").result().exitCode());
    }

    @Test
    void aServiceIsAnInitScriptFirstThenAUnitThenAScriptThatIsMissing() throws Exception {
        systemd.unit("db.service").becomes("active");
        systemd.unit("nothing.service").isNotThere();
        Files.createDirectories(folder.resolve("init.d"));
        Files.writeString(folder.resolve("init.d").resolve("script"), "");
        assertEquals(Optional.empty(), service("db").exitReason());
        assertEquals(Optional.of("script"), service("script").exitReason());
        assertEquals(Optional.of("nothing"), service("nothing").exitReason());
    }

    /** What stands for the runner of init scripts tells which script it was asked for. */
    private Result service(String type) {
        return UnitRuns.begin(
                        runner.services((call, observer) -> {
                            observer.ended(
                                    new RunEnd.NotAttempted(
                                            Result.failure(
                                                    OcfExitCode.OK,
                                                    ExecutionStatus.DONE,
                                                    call.agent().type())));
                            return new NoRun();
                        }),
                        type,
                        "monitor")
                .result();
    }

    private Begun begin(String action) {
        return UnitRuns.begin(runner, "db", action);
    }

    private Path override() {
        return folder.resolve("db.service.d").resolve("50-pacemaker.conf");
    }

    private void awaitCalls(String... calls) {
        until(() -> systemd.calls().size() >= calls.length);
        // The library serves calls on several threads, unlike systemd: their order is lost here.
        assertEquals(
                Stream.of(calls).sorted().toList(), systemd.calls().stream().sorted().toList());
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(1_000_000);
            assertFalse(Thread.interrupted(), "took too long");
        }
    }

    private record NoRun() implements dev.remotenode.ocf.agent.AgentRun {

        @Override
        public void kill() {}

        @Override
        public void timeOut() {}
    }
}

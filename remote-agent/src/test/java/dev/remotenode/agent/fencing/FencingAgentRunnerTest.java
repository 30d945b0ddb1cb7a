package dev.remotenode.agent.fencing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.agent.proxy.ProxySessions;
import dev.remotenode.agent.session.Sessions;
import dev.remotenode.ocf.agent.AgentCall;
import dev.remotenode.ocf.agent.AgentName;
import dev.remotenode.ocf.agent.AgentRun;
import dev.remotenode.ocf.agent.RunEnd;
import dev.remotenode.ocf.agent.RunObserver;
import dev.remotenode.ocf.operation.NotifyRule;
import dev.remotenode.ocf.operation.OperationRequest;
import dev.remotenode.ocf.operation.Originator;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/**
 * Transcripts of the conversation with the fencer ({@code ->} is said by this daemon, {@code <-} to
 * it), and of the ends of actions: exit code, status and reason.
 */
class FencingAgentRunnerTest {

    private static final String SIGN_ON =
            "-> request 1, flags 0x300, of root: <stonith_command t=\"stonith-ng\""
                    + " st_op=\"register\" st_clientname=\"pacemaker-remoted\"/>";
    private static final String SIGNED_ON = "<reply st_op=\"register\" st_clientid=\"token\"/>";

    private final List<String> journal = new ArrayList<>();
    private final Queue<Runnable> loop = new ArrayDeque<>();
    private final Sessions clusterNodes = new Sessions();
    private final ProxySessions proxied = new ProxySessions(clusterNodes);
    private final FencingAgentRunner runner = new FencingAgentRunner(proxied, loop::add);

    @Test
    void startsADeviceByRegisteringAndReachingIt() {
        FakeFencer fencer = new FakeFencer(clusterNodes, proxied, journal::add);
        run("start", Duration.ZERO, Map.of("ip", "a&b", "1st", "x"));
        fencer.read();
        fencer.responds(SIGNED_ON);
        fencer.read();
        fencer.responds(success(1));
        fencer.read();
        fencer.tells(success(2));
        run("monitor");

        assertJournal(
                "start begins",
                "-> new stonith-ng",
                SIGN_ON,
                "<- response " + SIGNED_ON,
                request(2, "0x300", "st_device_register", 1, 4096, 0)
                        + "<st_device_id st_origin=\"pacemaker-remoted\" id=\"d\""
                        + " agent=\"fence_x\"><attributes ip=\"a&amp;b\"><param name=\"1st\""
                        + " value=\"x\"/></attributes></st_device_id></st_calldata>"
                        + "</stonith_command>",
                "<- response " + success(1),
                request(3, "0x100", "st_execute", 2, 0, 20) + monitored(),
                "<- event " + success(2),
                "start ends: 0 DONE",
                "monitor begins",
                "monitor ends: 0 DONE");
    }

    @Test
    void stopsADeviceByRemovingIt() {
        FakeFencer fencer = started();
        run("stop");
        fencer.read();
        fencer.responds(success(3));
        run("monitor");

        assertJournal(
                "stop begins",
                request(4, "0x300", "st_device_remove", 3, 4096, 0)
                        + "<st_device_id st_origin=\"pacemaker-remoted\" id=\"d\"/></st_calldata>"
                        + "</stonith_command>",
                "<- response " + success(3),
                "stop ends: 0 DONE",
                "monitor begins",
                "monitor ends: 7 ERROR");
    }

    @Test
    void sendsOneRequestAtATimeAsTheFencerWants() {
        FakeFencer fencer = started();
        run("stop");
        run("start");
        fencer.read();
        fencer.responds(success(3));
        fencer.read();

        assertEquals(
                List.of("stop begins", "start begins", "stop ends: 0 DONE"),
                journal.stream().filter(line -> !line.contains("<")).toList());
        assertEquals(
                List.of("-> request 4", "<- response", "-> request 5"),
                journal.stream()
                        .filter(line -> line.contains("<"))
                        .map(line -> line.replaceFirst("(request \\d|response).*", "$1"))
                        .toList());
    }

    @Test
    void aProbeNeedsNoCluster() {
        run("monitor");
        assertJournal("monitor begins", "monitor ends: 7 ERROR");
    }

    @Test
    void nothingElseWorksWithoutACluster() {
        run("start");
        run("stop");
        recurring();
        assertJournal(
                "start begins",
                "start ends: 1 ERROR No connection to fencer",
                "stop begins",
                "stop ends: 1 ERROR No connection to fencer",
                "monitor begins",
                "monitor ends: 1 ERROR No connection to fencer");
    }

    @Test
    void aClusterNodeThatHasNoFencerEndsTheSession() {
        FakeFencer fencer = new FakeFencer(clusterNodes, proxied, journal::add);
        run("start");
        fencer.read();
        fencer.endsTheSession();
        fencer.read();
        assertJournal(
                "start begins",
                "-> new stonith-ng",
                SIGN_ON,
                "<- destroy",
                "start ends: 1 ERROR No connection to fencer",
                "-> destroy");
    }

    @Test
    void aRefusalEndsTheConnection() {
        FakeFencer fencer = new FakeFencer(clusterNodes, proxied, journal::add);
        run("start");
        fencer.read();
        journal.clear();
        fencer.responds("<nack rc=\"-71\"/>");
        fencer.read();
        assertJournal(
                "<- response <nack rc=\"-71\"/>",
                "start ends: 1 ERROR No connection to fencer",
                "-> destroy");
    }

    @Test
    void theClusterNodeGoesWhileAMonitorRuns() {
        FakeFencer fencer = started();
        recurring();
        fencer.read();
        journal.clear();
        fencer.disconnects();
        run("monitor");
        recurring();

        assertJournal(
                "<- (gone)",
                "monitor ends: 1 ERROR Lost connection to fencer",
                "monitor begins",
                "monitor ends: 1 ERROR Lost connection to fencer",
                "monitor begins",
                "monitor ends: 1 ERROR No connection to fencer");
    }

    @Test
    void theNextClusterNodeIsAskedWhenTheFirstHasGone() {
        started().disconnects();
        FakeFencer next = new FakeFencer(clusterNodes, proxied, journal::add);
        journal.clear();
        run("stop");
        next.read();
        next.responds(SIGNED_ON);
        next.read();
        next.responds(success(1));
        run("monitor");

        assertEquals("stop ends: 0 DONE", journal.get(journal.size() - 3));
        assertEquals("monitor ends: 7 ERROR", journal.getLast());
        assertEquals("-> new stonith-ng", journal.get(1));
    }

    @Test
    void aDeviceThatTheFencerDoesNotKnowIsNotRunning() {
        FakeFencer fencer = started();
        recurring();
        fencer.read();
        fencer.tells(answer(3, 1, 10, " exit-reason=\"'d' not found\""));
        assertEquals("monitor ends: 7 ERROR 'd' not found", journal.getLast());
    }

    @Test
    void aDeviceThatCannotBeReachedHasFailed() {
        FakeFencer fencer = started();
        recurring();
        fencer.read();
        fencer.tells(answer(3, 1, 4, " exit-reason=\"no route\" st_output=\"\""));
        assertEquals("monitor ends: 1 ERROR no route", journal.getLast());
    }

    @Test
    void theFencerSaysThatTheAgentTookTooLong() {
        FakeFencer fencer = started();
        recurring();
        fencer.read();
        fencer.tells(answer(3, 1, 2, " exit-reason=\"too long\""));
        assertEquals("monitor ends: 1 TIMED_OUT too long", journal.getLast());
    }

    @Test
    void aStartEndsWhereRegistrationFails() {
        FakeFencer fencer = started();
        run("start");
        fencer.read();
        fencer.responds(answer(3, 1, 7, " exit-reason=\"no fence_x\""));
        fencer.read();
        assertEquals("start ends: 1 NOT_INSTALLED no fence_x", journal.getLast());
    }

    @Test
    void clustersBeforeTwoOneThreeAnswerWithACodeOnly() {
        FakeFencer fencer = started();
        recurring();
        recurring();
        fencer.read();
        fencer.tells("<st-reply st_callid=\"3\" st_rc=\"0\"/>");
        assertEquals("monitor ends: 0 DONE", journal.getLast());
        fencer.tells("<st-reply st_callid=\"4\" st_rc=\"-61\"/>");
        assertEquals("monitor ends: 1 ERROR The fencer failed with error 61", journal.getLast());
    }

    @Test
    void whatIsKilledHearsNoAnswerAnyMore() {
        FakeFencer fencer = started();
        AgentRun monitor = recurring();
        fencer.read();
        monitor.kill();
        monitor.timeOut();
        assertEquals("monitor begins", journal.getFirst());
        work();
        journal.removeIf(line -> line.startsWith("->"));
        fencer.tells(success(3));
        fencer.disconnects();
        assertJournal("monitor begins", "monitor is killed", "<- event " + success(3), "<- (gone)");
    }

    @Test
    void aStartThatTookTooLongDoesNotGoOn() {
        FakeFencer fencer = new FakeFencer(clusterNodes, proxied, journal::add);
        AgentRun start = run("start");
        fencer.read();
        start.timeOut();
        work();
        journal.clear();
        fencer.responds(SIGNED_ON);
        fencer.read();
        journal.clear();
        fencer.responds(success(1));
        fencer.read();
        run("monitor");
        assertJournal("<- response " + success(1), "monitor begins", "monitor ends: 7 ERROR");
    }

    @Test
    void newsThatNobodyWaitsForAreIgnored() {
        FakeFencer fencer = started();
        fencer.tells(success(77));
        fencer.tells("<notify t=\"st_notify\"/>");
        fencer.responds(success(1));
        run("monitor");
        assertEquals("monitor ends: 0 DONE", journal.getLast());
    }

    @Test
    void aDeviceIsForgottenWithItsResource() {
        started();
        runner.forget("d");
        run("monitor");
        assertEquals("monitor ends: 7 ERROR", journal.getLast());
    }

    @Test
    void otherActionsDoNotExist() {
        run("reload");
        assertJournal(
                "reload begins", "reload ends: 1 ERROR Fence devices do not have this action");
    }

    /** A device that has been started, with nothing of it in the journal. */
    private FakeFencer started() {
        FakeFencer fencer = new FakeFencer(clusterNodes, proxied, journal::add);
        run("start");
        fencer.read();
        fencer.responds(SIGNED_ON);
        fencer.read();
        fencer.responds(success(1));
        fencer.read();
        fencer.tells(success(2));
        assertEquals("start ends: 0 DONE", journal.getLast());
        journal.clear();
        return fencer;
    }

    private AgentRun run(String action) {
        return run(action, Duration.ZERO, Map.of());
    }

    private AgentRun recurring() {
        return run("monitor", Duration.ofSeconds(10), Map.of());
    }

    private AgentRun run(String action, Duration interval, Map<String, String> parameters) {
        OperationRequest request =
                new OperationRequest(
                        "d",
                        action,
                        interval,
                        Duration.ofMillis(19_001),
                        Duration.ZERO,
                        new LinkedHashMap<>(parameters),
                        Optional.empty(),
                        new NotifyRule(false, false),
                        new Originator("test"));
        AgentRun run =
                runner.start(
                        new AgentCall(
                                new AgentName("stonith", Optional.empty(), "fence_x"), request),
                        observer(action));
        work();
        return run;
    }

    private void work() {
        while (!loop.isEmpty()) {
            loop.remove().run();
        }
    }

    private RunObserver observer(String action) {
        return new RunObserver() {
            @Override
            public void started() {
                journal.add(action + " begins");
            }

            @Override
            public void ended(RunEnd end) {
                journal.add(action + description(end));
            }
        };
    }

    private static String description(RunEnd end) {
        return switch (end) {
            case RunEnd.Finished finished ->
                    " ends: %d %s %s"
                            .formatted(
                                    finished.result().exitCode(),
                                    finished.result().status(),
                                    finished.result().exitReason().orElse(""))
                            .stripTrailing();
            case RunEnd.Killed _ -> " is killed";
            case RunEnd.NotAttempted _ -> " is not attempted";
        };
    }

    private static String request(
            int id, String flags, String operation, int call, int options, int timeout) {
        return ("-> request %d, flags %s, of root: <stonith_command t=\"stonith-ng\" st_op=\"%s\""
                        + " st_async_id=\"token\" st_callid=\"%d\" st_callopt=\"%d\""
                        + " st_timeout=\"%d\"><st_calldata>")
                .formatted(id, flags, operation, call, options, timeout);
    }

    private static String monitored() {
        return "<st_device_id st_origin=\"pacemaker-remoted\" st_device_id=\"d\""
                + " st_device_action=\"monitor\"/></st_calldata></stonith_command>";
    }

    private static String success(int call) {
        return answer(call, 0, 0, "");
    }

    private static String answer(int call, int exitStatus, int status, String more) {
        return "<st-reply t=\"stonith-ng\" st_callid=\"%d\" rc-code=\"%d\" op-status=\"%d\"%s/>"
                .formatted(call, exitStatus, status, more);
    }

    private void assertJournal(String... lines) {
        assertEquals(String.join("\n", lines), String.join("\n", journal));
    }
}

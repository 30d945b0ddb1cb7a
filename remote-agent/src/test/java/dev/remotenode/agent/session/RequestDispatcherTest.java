package dev.remotenode.agent.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.remotenode.lrmd.message.AgentAddress;
import dev.remotenode.lrmd.message.Errno;
import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.ProtocolVersion;
import dev.remotenode.lrmd.message.ProxyMessage;
import dev.remotenode.lrmd.message.Reply;
import dev.remotenode.lrmd.message.Request;
import dev.remotenode.lrmd.message.RequestMessage;
import dev.remotenode.lrmd.message.ServerMessage;
import dev.remotenode.ocf.agent.AgentRunner;
import dev.remotenode.ocf.schedule.AlertExecutor;
import dev.remotenode.ocf.schedule.EventLoop;
import dev.remotenode.ocf.schedule.ResourceExecutor;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestDispatcherTest {

    private static final AgentAddress DUMMY =
            new AgentAddress("ocf", Optional.of("pacemaker"), "Dummy");

    private final Sessions sessions = new Sessions();
    private final LocalTools tools = mock();
    private final AgentRunner alertRunner = mock();
    private final ShutdownAnswers shutdown = mock();
    private final WatchdogCheck watchdog = mock();
    private final ResourceExecutor executor =
            new ResourceExecutor(
                    mock(EventLoop.class),
                    mock(AgentRunner.class),
                    new CompletionReporter(sessions),
                    _ -> {});
    private final RequestDispatcher dispatcher =
            new RequestDispatcher(
                    sessions,
                    executor,
                    new AlertExecutor(mock(EventLoop.class), alertRunner),
                    new NodeIdentity(() -> Duration.ofSeconds(42), Optional.of("standby")),
                    tools,
                    shutdown,
                    watchdog);

    private final RecordingOutlet outlet = new RecordingOutlet();
    private final Session node = new Session(outlet, Standing.CLUSTER_NODE);

    @BeforeEach
    void connect() {
        sessions.opened(node);
    }

    @Test
    void answersASignOn() {
        ServerMessage reply = only(ask(new Request.Register(Optional.of("1.1"), true)));
        assertEquals(
                new Reply(
                        7,
                        1,
                        0,
                        new Reply.Registered(
                                node.id(), ProtocolVersion.CURRENT, 42, Optional.of("standby"))),
                reply);
        assertEquals(Optional.of(node), sessions.newestProvider());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.9", "one", "."})
    void refusesAnUnusableVersion(String version) {
        Reply reply = (Reply) only(ask(new Request.Register(Optional.of(version), true)));
        assertEquals(Errno.EPROTO.returnCode(), reply.returnCode());
        assertEquals(Optional.empty(), sessions.newestProvider());
    }

    @Test
    void repliesToAPokeAndThenNotifies() {
        assertEquals(
                List.of(
                        Reply.plain(7, 1, 0),
                        new Notification.Served(Notification.Kind.POKE, 1, 0, Optional.empty())),
                ask(new Request.Poke()));
    }

    @Test
    void notifiesOnlyClientsWithAName() {
        RecordingOutlet other = new RecordingOutlet();
        sessions.opened(new Session(other, Standing.CLUSTER_NODE));
        ask(new Request.Poke());
        assertEquals(List.of(), other.take());
    }

    @Test
    void tellsTheOthersOfANewClient() {
        ask(new Request.Poke());
        sessions.opened(new Session(new RecordingOutlet(), Standing.CLUSTER_NODE));
        assertEquals(List.of(new Notification.NewClient()), outlet.take());
    }

    @Test
    void describesARegisteredResource() {
        ask(new Request.RegisterResource(Optional.of("db"), DUMMY, true));
        assertEquals(
                new Reply(7, 2, 0, new Reply.ResourceDescription("db", DUMMY)),
                only(ask(new Request.ResourceInfo(Optional.of("db")))));
    }

    /** Pacemaker's own daemon crashes here. */
    @Test
    void refusesAResourceWithoutAnId() {
        assertEquals(
                Errno.EINVAL.returnCode(),
                returnCode(new Request.RegisterResource(Optional.empty(), DUMMY, false)));
    }

    @Test
    void knowsNoUnregisteredResource() {
        Optional<String> id = Optional.of("nobody");
        int unknown = Errno.ENODEV.returnCode();
        assertEquals(unknown, returnCode(new Request.ResourceInfo(id)));
        assertEquals(unknown, returnCode(new Request.GetRecurring(id)));
        assertEquals(unknown, returnCode(new Request.Cancel(id, Optional.of("monitor"), 10)));
        assertEquals(0, ((Reply) ask(new Request.UnregisterResource(id)).getFirst()).returnCode());
    }

    @Test
    void refusesToCancelWithoutSayingWhat() {
        assertEquals(
                Errno.EINVAL.returnCode(),
                returnCode(new Request.Cancel(Optional.of("db"), Optional.empty(), 10)));
    }

    @Test
    void runsAnAlertAndTellsNobody() {
        when(alertRunner.start(any(), any())).thenReturn(mock());
        assertEquals(
                List.of(Reply.plain(7, 1, 0)),
                ask(alert(Optional.of("mail"), Optional.of("/usr/bin/mail"))));
        verify(alertRunner).start(any(), any());
    }

    @Test
    void refusesAnAlertThatDoesNotSayWhat() {
        int invalid = Errno.EINVAL.returnCode();
        assertEquals(invalid, returnCode(alert(Optional.empty(), Optional.of("/usr/bin/mail"))));
        assertEquals(invalid, returnCode(alert(Optional.of("mail"), Optional.empty())));
        verify(alertRunner, never()).start(any(), any());
    }

    private static Request alert(Optional<String> id, Optional<String> path) {
        return new Request.SendAlert(id, path, 30_000, new LinkedHashMap<>());
    }

    @Test
    void tellsThatARequestIsTooMuchToRead() {
        assertEquals(
                Errno.E2BIG.returnCode(),
                returnCode(new Request.Excessive("lrmd_rsc_exec", "a value of 2 MB")));
    }

    @Test
    void numbersEveryRequest() {
        ask(new Request.WatchdogCheck(Optional.empty()));
        ask(new Request.Unsupported("dance"));
        assertEquals(3, ((Reply) only(ask(new Request.ResourceInfo(Optional.empty())))).callId());
    }

    @Test
    void neverAnswersAWatchdogCheck() {
        assertEquals(List.of(), ask(new Request.WatchdogCheck(Optional.of("10s"))));
        verify(watchdog).check(Optional.of("10s"));
    }

    @Test
    void disownsAnUnknownToolBeforeItReplies() {
        assertEquals(
                List.of(
                        new Notification.Proxied(new ProxyMessage.Destroyed("s1")),
                        Reply.plain(7, 1, 0)),
                ask(new Request.Forward(new ProxyMessage.Destroyed("s1"))));
    }

    @Test
    void repliesAloneForAKnownTool() {
        when(tools.end(any())).thenReturn(true);
        assertEquals(
                List.of(Reply.plain(7, 1, 0)),
                ask(new Request.Forward(new ProxyMessage.Destroyed("s1"))));
    }

    @Test
    void lendsAnOrdinaryProgramNoHand() {
        RecordingOutlet output = new RecordingOutlet();
        Session program = new Session(output, Standing.ORDINARY_PROGRAM);
        sessions.opened(program);
        int refused = Errno.EACCES.returnCode();

        dispatcher.dispatch(
                program, message(new Request.RegisterResource(Optional.of("db"), DUMMY, false)));
        dispatcher.dispatch(program, message(new Request.Register(Optional.of("1.1"), true)));
        dispatcher.dispatch(program, message(new Request.Forward(new ProxyMessage.ShutdownAck())));
        assertEquals(
                List.of(refused, refused, refused),
                output.take().stream().map(reply -> ((Reply) reply).returnCode()).toList());
        verify(shutdown, never()).acknowledged();
        assertEquals(Optional.empty(), executor.find("db"));

        dispatcher.dispatch(program, message(new Request.Register(Optional.of("1.1"), false)));
        assertInstanceOf(Reply.Registered.class, ((Reply) only(output.take())).body());
    }

    @Test
    void takesTheNewestProviderAndFallsBackToTheOlder() {
        ask(new Request.Register(Optional.of("1.1"), true));
        Session newer = new Session(new RecordingOutlet(), Standing.CLUSTER_NODE);
        sessions.opened(newer);
        dispatcher.dispatch(newer, message(new Request.Register(Optional.of("1.2"), true)));
        assertEquals(Optional.of(newer), sessions.newestProvider());
        sessions.closed(newer);
        assertEquals(Optional.of(node), sessions.newestProvider());
    }

    private List<ServerMessage> ask(Request request) {
        dispatcher.dispatch(node, message(request));
        return outlet.take();
    }

    private int returnCode(Request request) {
        return ((Reply) only(ask(request))).returnCode();
    }

    private static RequestMessage message(Request request) {
        return new RequestMessage(7, Optional.of("node1"), request);
    }

    private static ServerMessage only(List<ServerMessage> messages) {
        assertEquals(1, messages.size(), messages::toString);
        return messages.getFirst();
    }
}

package dev.remotenode.lrmd.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lrmd.xml.CarriedElement;
import dev.remotenode.lrmd.xml.XmlException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCodecTest {

    private final EmbeddedChannel server = new EmbeddedChannel(new ServerSideCodec());
    private final EmbeddedChannel client = new EmbeddedChannel(new ClientSideCodec());

    /** The shape in which a 2.1.5 controller asks for a recurring monitor. */
    @Test
    void readsAnExecOfAController() {
        RequestMessage message =
                request(
                        """
                        <lrmd_command t="lrmd" lrmd_op="lrmd_rsc_exec" lrmd_timeout="20000" lrmd_callopt="4"
                          __name__="lrmd_command" lrmd_async_id="7c1" lrmd_remote_msg_id="12" lrmd_remote_msg_type="request">
                          <lrmd_calldata><lrmd_rsc lrmd_origin="lrmd_api_exec" lrmd_rsc_id="db" lrmd_rsc_action="monitor"
                            lrmd_rsc_userdata_str="3:1:0:abc" lrmd_rsc_interval="10000" lrmd_timeout="20000" lrmd_rsc_start_delay="0">
                            <attributes CRM_meta_name="monitor" state="/run/x" empty=""><param name="9lives" value="cat"/></attributes>
                          </lrmd_rsc></lrmd_calldata></lrmd_command>\
                        """);
        assertEquals(
                new RequestMessage(
                        12,
                        Optional.empty(),
                        new Request.Exec(
                                Optional.of("db"),
                                new Request.Operation(
                                        "monitor",
                                        10_000,
                                        20_000,
                                        0,
                                        Optional.of("3:1:0:abc"),
                                        parameters()),
                                false,
                                true)),
                message);
    }

    @Test
    void takesOnlyTheLowestBitAsDropRecurring() {
        Request newer = request(registration(1)).request();
        Request older = request(registration(3)).request();
        Request none = request(registration(2)).request();
        assertTrue(((Request.RegisterResource) newer).dropRecurring());
        assertEquals(newer, older);
        assertEquals(
                new Request.RegisterResource(
                        Optional.of("r"), new AgentAddress("ocf", Optional.of("p"), "t"), false),
                none);
    }

    @Test
    void countsTwoDataElementsAsNone() {
        Request ambiguous =
                request(
                                """
                                <lrmd_command lrmd_op="lrmd_rsc_info"><lrmd_calldata>
                                <lrmd_rsc lrmd_rsc_id="a"/><lrmd_rsc lrmd_rsc_id="b"/></lrmd_calldata></lrmd_command>\
                                """)
                        .request();
        assertEquals(new Request.ResourceInfo(Optional.empty()), ambiguous);
    }

    @Test
    void readsJunkInNumbersAsZero() {
        Request.Exec exec =
                (Request.Exec)
                        request(
                                        """
                                        <x lrmd_op="lrmd_rsc_exec"><lrmd_rsc lrmd_rsc_id="a" lrmd_rsc_action="start"
                                        lrmd_rsc_interval="-5" lrmd_timeout="soon"/></x>\
                                        """)
                                .request();
        assertEquals(0, exec.operation().interval());
        assertEquals(0, exec.operation().timeout());
    }

    @Test
    void servesAnUnknownOperationAndNone() {
        assertEquals(
                new Request.Unsupported("lrmd_rsc_dance"),
                request("<lrmd_command lrmd_op='lrmd_rsc_dance'/>").request());
        assertEquals(new Request.Unsupported(""), request("<lrmd_command/>").request());
    }

    @Test
    void dropsGarbageAndGoesOn() {
        server.writeInbound(payload("<lrmd_command"));
        assertNull(server.readInbound());
        assertEquals(new Request.Poke(), request("<x lrmd_op='lrmd_rsc_poke'/>").request());
    }

    /** What 2.1.5 makes of a parameter with two adjacent bytes beyond ASCII and a quote. */
    @Test
    void readsADamagedRequest() {
        Request.Exec exec =
                (Request.Exec)
                        request(
                                        "<x lrmd_op='lrmd_rsc_exec'><lrmd_rsc lrmd_rsc_id='a' lrmd_rsc_action='start'>"
                                                + "<attributes text=\"h\u00e9 \"x\" & y\" other=\"1\"/></lrmd_rsc></x>")
                                .request();
        assertEquals("h\u00e9 \"x\" & y", exec.operation().parameters().get("text"));
        assertEquals("1", exec.operation().parameters().get("other"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void carriesRequests(RequestMessage message) {
        client.writeOutbound(message);
        ByteBuf payload = client.readOutbound();
        server.writeInbound(payload);
        assertEquals(message, server.readInbound());
    }

    static Stream<RequestMessage> requests() {
        Optional<String> id = Optional.of("db");
        return Stream.of(
                        new Request.Register(Optional.of("1.1"), true),
                        new Request.Poke(),
                        new Request.RegisterResource(
                                id,
                                new AgentAddress("ocf", Optional.of("heartbeat"), "pgsql"),
                                true),
                        new Request.UnregisterResource(id),
                        new Request.ResourceInfo(id),
                        new Request.Exec(id, operation(), true, true),
                        new Request.Cancel(id, Optional.of("monitor"), 10_000),
                        new Request.GetRecurring(Optional.empty()),
                        new Request.SendAlert(
                                Optional.of("mail"),
                                Optional.of("/usr/bin/mail"),
                                30_000,
                                parameters()),
                        new Request.SendAlert(
                                Optional.empty(), Optional.empty(), 0, new LinkedHashMap<>()),
                        new Request.WatchdogCheck(Optional.of("10s")),
                        new Request.Forward(new ProxyMessage.ShutdownAck()),
                        new Request.Forward(new ProxyMessage.ShutdownNack()),
                        new Request.Forward(new ProxyMessage.Destroyed("s1")),
                        new Request.Forward(new ProxyMessage.Responded("s1", 4, content())),
                        new Request.Forward(new ProxyMessage.Happened("s1", content())),
                        new Request.Forward(new ProxyMessage.Unintelligible("s1", "sing")))
                .map(request -> new RequestMessage(7, Optional.of("node1"), request));
    }

    @ParameterizedTest
    @MethodSource("serverMessages")
    void carriesRepliesAndNotifications(ServerMessage message) {
        server.writeOutbound(message);
        ByteBuf payload = server.readOutbound();
        client.writeInbound(payload);
        assertEquals(message, client.readInbound());
    }

    static Stream<ServerMessage> serverMessages() {
        return Stream.of(
                Reply.plain(3, 9, Errno.ENODEV.returnCode()),
                new Reply(
                        3,
                        9,
                        0,
                        new Reply.Registered(
                                "c1", ProtocolVersion.CURRENT, 42, Optional.of("standby"))),
                new Reply(
                        3,
                        9,
                        0,
                        new Reply.ResourceDescription(
                                "db", new AgentAddress("lsb", Optional.empty(), "x"))),
                new Reply(
                        3,
                        9,
                        0,
                        new Reply.RecurringOperations(
                                List.of(
                                        new Reply.ResourceOperations(
                                                "db",
                                                List.of(
                                                        new Reply.RecurringOperation(
                                                                "monitor", 10_000, 20_000))),
                                        new Reply.ResourceOperations("ip", List.of())))),
                new Notification.NewClient(),
                new Notification.Served(Notification.Kind.POKE, 5, 0, Optional.empty()),
                new Notification.Served(
                        Notification.Kind.RESOURCE_UNREGISTERED, 5, -115, Optional.of("db")),
                new Notification.ExecComplete(
                        9,
                        "db",
                        operation(),
                        new Notification.Outcome(
                                7,
                                0,
                                Optional.of("it's \"gone\""),
                                Optional.of("line 1\nline 2\n"),
                                1,
                                2,
                                3,
                                4),
                        true),
                new Notification.Proxied(new ProxyMessage.ShutdownRequest()),
                new Notification.Proxied(new ProxyMessage.Opened("s1", "cib_rw")),
                new Notification.Proxied(
                        new ProxyMessage.Requested(
                                "s1", "proxy-cib_rw-77-12345678", "root", 4, 768, content())));
    }

    private static CarriedElement content() {
        try {
            return CarriedElement.verified(
                    "<cib_command a='1' ><!-- as it is --></cib_command>"
                            .getBytes(StandardCharsets.UTF_8));
        } catch (XmlException e) {
            throw new AssertionError(e);
        }
    }

    /** Of the envelope only the last end tag counts: the content may hold its like. */
    @Test
    void doesNotTakeContentApart() {
        Request forwarded =
                request(
                                """
                                <lrmd_ipc_proxy lrmd_op="ipc_fwd" lrmd_ipc_op="event" lrmd_ipc_session="s">\
                                <lrmd_ipc_msg><x><lrmd_ipc_msg>1</lrmd_ipc_msg></x></lrmd_ipc_msg></lrmd_ipc_proxy>\
                                """)
                        .request();
        ProxyMessage.Happened event =
                (ProxyMessage.Happened) ((Request.Forward) forwarded).message();
        assertEquals(
                "<x><lrmd_ipc_msg>1</lrmd_ipc_msg></x>",
                new String(event.content().toBytes(), StandardCharsets.UTF_8));
    }

    @Test
    void noticesMissingContent() {
        Request forwarded =
                request(
                                "<lrmd_ipc_proxy lrmd_op='ipc_fwd' lrmd_ipc_op='event' lrmd_ipc_session='s'/>")
                        .request();
        assertEquals(
                new Request.Forward(
                        new ProxyMessage.Unintelligible("s", "message without content")),
                forwarded);
    }

    /** A controller builds a digest of this list: nothing may be lost, added or changed. */
    @Test
    void echoesParametersUnchanged() {
        server.writeOutbound(
                new Notification.ExecComplete(
                        1,
                        "db",
                        operation(),
                        new Notification.Outcome(
                                0, 0, Optional.empty(), Optional.empty(), 0, 0, 0, 0),
                        false));
        String xml = text(server.readOutbound());
        assertTrue(
                xml.contains(
                        "<attributes CRM_meta_name=\"monitor\" state=\"/run/x\" empty=\"\">"
                                + "<param name=\"9lives\" value=\"cat\"/></attributes>"),
                xml);
    }

    /** What XML does not let be the name of an attribute. */
    @ParameterizedTest
    @ValueSource(strings = {"", "1st", "a b", "x='1'/><y z", "a:b:c", "\u00d7"})
    void carriesParametersOfAnyName(String name) {
        SequencedMap<String, String> parameters = new LinkedHashMap<>(Map.of(name, "value"));
        Request exec =
                new Request.Exec(
                        Optional.of("db"),
                        new Request.Operation("start", 0, 0, 0, Optional.empty(), parameters),
                        false,
                        false);
        carriesRequests(new RequestMessage(7, Optional.empty(), exec));
    }

    private static Request.Operation operation() {
        return new Request.Operation(
                "monitor", 10_000, 20_000, 500, Optional.of("3:1:0:abc"), parameters());
    }

    private static SequencedMap<String, String> parameters() {
        SequencedMap<String, String> parameters = new LinkedHashMap<>();
        parameters.putAll(Map.of("CRM_meta_name", "monitor"));
        parameters.put("state", "/run/x");
        parameters.put("empty", "");
        parameters.put("9lives", "cat");
        return parameters;
    }

    private static String registration(int callOptions) {
        return """
        <lrmd_command lrmd_op="lrmd_rsc_register" lrmd_callopt="%d"><lrmd_calldata>
        <lrmd_rsc lrmd_rsc_id="r" lrmd_class="ocf" lrmd_provider="p" lrmd_type="t"/></lrmd_calldata></lrmd_command>\
        """
                .formatted(callOptions);
    }

    private RequestMessage request(String xml) {
        server.writeInbound(payload(xml));
        return server.readInbound();
    }

    private static ByteBuf payload(String xml) {
        return Unpooled.copiedBuffer(xml, StandardCharsets.UTF_8);
    }

    private static String text(ByteBuf buffer) {
        String text = buffer.toString(StandardCharsets.UTF_8);
        buffer.release();
        return text;
    }
}

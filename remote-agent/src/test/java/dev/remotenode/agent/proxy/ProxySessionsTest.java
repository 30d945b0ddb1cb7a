package dev.remotenode.agent.proxy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.remotenode.agent.ipc.Admission;
import dev.remotenode.agent.ipc.IpcClient;
import dev.remotenode.agent.ipc.IpcEndpoint;
import dev.remotenode.agent.ipc.IpcPeer;
import dev.remotenode.agent.ipc.IpcRequest;
import dev.remotenode.agent.session.RecordingOutlet;
import dev.remotenode.agent.session.Session;
import dev.remotenode.agent.session.Sessions;
import dev.remotenode.agent.session.Standing;
import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.ProxyMessage;
import dev.remotenode.lrmd.xml.CarriedElement;
import dev.remotenode.lrmd.xml.XmlException;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProxySessionsTest {

    private static final byte[] QUERY = "<cib_command/>".getBytes(StandardCharsets.UTF_8);

    private final Sessions clusterNodes = new Sessions();
    private final ProxySessions proxied = new ProxySessions(clusterNodes);
    private final RecordingOutlet outlet = new RecordingOutlet();
    private final Session provider = new Session(outlet, Standing.CLUSTER_NODE);

    @Test
    void opensASessionOnTheChannelThatControllersKnow() {
        connect();
        proxied.opened(tool(IpcEndpoint.CIB_SHM));
        ProxyMessage.Opened opened = (ProxyMessage.Opened) sent();
        assertEquals("cib_rw", opened.channel());
    }

    @Test
    void carriesARequestWithItsCaller() throws XmlException {
        connect();
        IpcClient tool = tool(IpcEndpoint.CIB_RW);
        String session = open(tool);

        proxied.requested(tool, new IpcRequest(3, IpcRequest.CLIENT_RESPONSE | 0x80001, QUERY));
        assertEquals(
                new ProxyMessage.Requested(
                        session,
                        "proxy-cib_rw-77-" + session.substring(0, 8),
                        "root",
                        3,
                        0x300,
                        CarriedElement.verified(QUERY)),
                sent());

        proxied.requested(tool, new IpcRequest(4, 0, QUERY));
        assertEquals(0x100, ((ProxyMessage.Requested) sent()).flags());
    }

    @Test
    void cutsOffAToolThatTriesToLeaveItsEnvelope() {
        connect();
        IpcClient tool = tool(IpcEndpoint.CIB_RW);
        open(tool);
        byte[] forged =
                "</lrmd_ipc_msg></lrmd_ipc_proxy><lrmd_ipc_proxy lrmd_ipc_user=\"root\"/>"
                        .getBytes(StandardCharsets.UTF_8);

        proxied.requested(tool, new IpcRequest(1, 0, forged));

        verify(tool).disconnect(anyString());
        assertEquals(List.of(), outlet.take());
    }

    @Test
    void deliversResponsesAndNews() throws XmlException {
        connect();
        IpcClient tool = tool(IpcEndpoint.CIB_RW);
        String session = open(tool);
        CarriedElement content = CarriedElement.verified(QUERY);

        assertTrue(proxied.respond(new ProxyMessage.Responded(session, 5, content)));
        verify(tool).respond(5, Unpooled.wrappedBuffer(QUERY));
        assertTrue(proxied.tell(new ProxyMessage.Happened(session, content)));
        verify(tool).event(Unpooled.wrappedBuffer(QUERY));
        assertArrayEquals(QUERY, content.toBytes());
    }

    /** The id of a session is the daemon's word, whatever a tool has guessed and says of it. */
    @Test
    void aToolSpeaksForItselfAndHearsNothingOfOthers() throws XmlException {
        connect();
        IpcClient victim = tool(IpcEndpoint.CIB_RW);
        String guessed = open(victim);
        IpcClient forger = tool(IpcEndpoint.CIB_RW);
        String own = open(forger);
        byte[] forged =
                "<query lrmd_ipc_session=\"%s\" lrmd_ipc_user=\"root\"/>"
                        .formatted(guessed)
                        .getBytes(StandardCharsets.UTF_8);

        proxied.requested(forger, new IpcRequest(5, IpcRequest.CLIENT_RESPONSE, forged));
        assertEquals(own, ((ProxyMessage.Requested) sent()).session());

        CarriedElement content = CarriedElement.verified(QUERY);
        assertTrue(proxied.respond(new ProxyMessage.Responded(guessed, 5, content)));
        verify(victim).respond(5, Unpooled.wrappedBuffer(QUERY));
        verify(forger, never()).respond(anyInt(), any());
    }

    @Test
    void knowsNoOtherSession() throws XmlException {
        CarriedElement content = CarriedElement.verified(QUERY);
        assertFalse(proxied.respond(new ProxyMessage.Responded("s", 5, content)));
        assertFalse(proxied.tell(new ProxyMessage.Happened("s", content)));
        assertFalse(proxied.end(new ProxyMessage.Destroyed("s")));
    }

    @Test
    void tellsTheClusterThatAToolHasGone() {
        connect();
        IpcClient tool = tool(IpcEndpoint.ATTRD);
        String session = open(tool);
        proxied.closed(tool);
        assertEquals(new ProxyMessage.Destroyed(session), sent());
        proxied.closed(tool);
        assertEquals(List.of(), outlet.take());
    }

    @Test
    void disconnectsTheToolsOfAProviderThatHasGone() {
        connect();
        IpcClient orphan = tool(IpcEndpoint.CIB_RW);
        open(orphan);
        Session other = new Session(new RecordingOutlet(), Standing.CLUSTER_NODE);
        clusterNodes.opened(other);
        clusterNodes.addProvider(other);
        IpcClient cared = tool(IpcEndpoint.CIB_RW);
        proxied.opened(cared);
        outlet.take();

        clusterNodes.closed(provider);
        proxied.providerClosed(provider);

        verify(orphan).disconnect(anyString());
        verify(cared, never()).disconnect(anyString());
        proxied.closed(orphan);
        assertEquals(List.of(), outlet.take());
    }

    @Test
    void toolsWaitForAProviderThatIsBehindAndForNoOther() {
        connect();
        IpcClient before = tool(IpcEndpoint.CIB_RW);
        open(before);
        outlet.setTakesMore(false);
        proxied.providerPaceChanged(provider);
        IpcClient meanwhile = tool(IpcEndpoint.ATTRD);
        open(meanwhile);
        verify(before).takeRequests(false);
        verify(meanwhile).takeRequests(false);

        Session other = new Session(new RecordingOutlet(), Standing.CLUSTER_NODE);
        clusterNodes.opened(other);
        clusterNodes.addProvider(other);
        IpcClient lucky = tool(IpcEndpoint.CIB_RW);
        proxied.opened(lucky);
        proxied.providerPaceChanged(provider);
        verify(lucky, never()).takeRequests(false);

        outlet.setTakesMore(true);
        proxied.providerPaceChanged(provider);
        verify(before, times(2)).takeRequests(true);
        verify(meanwhile).takeRequests(true);
    }

    @ParameterizedTest
    @EnumSource
    void admitsToolsWhileAClusterNodeIsThere(IpcEndpoint endpoint) {
        ToolService service = new ToolService(proxied, mock(LocalExecutorClients.class));
        IpcPeer root = new IpcPeer(77, 0, 0);
        boolean own = endpoint == IpcEndpoint.LRMD;
        Admission remote = new Admission.Refused(121);

        assertEquals(own ? new Admission.Accepted() : remote, service.admit(endpoint, root));
        connect();
        assertEquals(
                endpoint == IpcEndpoint.PACEMAKERD ? remote : new Admission.Accepted(),
                service.admit(endpoint, root));
    }

    private void connect() {
        clusterNodes.opened(provider);
        clusterNodes.addProvider(provider);
    }

    private String open(IpcClient tool) {
        proxied.opened(tool);
        return ((ProxyMessage.Opened) sent()).session();
    }

    private ProxyMessage sent() {
        return ((Notification.Proxied) outlet.take().getFirst()).message();
    }

    private static IpcClient tool(IpcEndpoint endpoint) {
        IpcClient tool = mock();
        when(tool.endpoint()).thenReturn(endpoint);
        when(tool.peer()).thenReturn(new IpcPeer(77, 0, 0));
        return tool;
    }
}

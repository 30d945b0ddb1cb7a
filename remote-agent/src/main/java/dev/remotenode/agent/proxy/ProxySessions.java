package dev.remotenode.agent.proxy;

import dev.remotenode.agent.ipc.IpcClient;
import dev.remotenode.agent.ipc.IpcRequest;
import dev.remotenode.agent.session.LocalTools;
import dev.remotenode.agent.session.Session;
import dev.remotenode.agent.session.Sessions;
import dev.remotenode.lrmd.message.ProxyMessage;
import dev.remotenode.lrmd.xml.CarriedElement;
import dev.remotenode.lrmd.xml.XmlException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All local tools whose calls are carried to the cluster. Used on the event loop. */
public final class ProxySessions implements LocalTools {

    private static final Logger log = LoggerFactory.getLogger(ProxySessions.class);

    /** Makes every answer of the cluster asynchronous, as it comes through us. */
    private static final int PROXIED = 0x100;

    private final Sessions clusterNodes;
    private final ProxyTraffic traffic = new ProxyTraffic();
    private final Map<String, ProxySession> byId = new LinkedHashMap<>();
    private final Map<IpcClient, ProxySession> byTool = new LinkedHashMap<>();

    public ProxySessions(Sessions clusterNodes) {
        this.clusterNodes = clusterNodes;
    }

    /** What has been carried since the start. */
    public ProxyTraffic traffic() {
        return traffic;
    }

    /** How many tools there are. */
    public int count() {
        return byId.size();
    }

    /** Whether a cluster node is there to carry calls. */
    boolean isAvailable() {
        return clusterNodes.newestProvider().isPresent();
    }

    /** A tool has connected: it gets a session with the newest provider. */
    public void opened(IpcClient tool) {
        clusterNodes
                .newestProvider()
                .ifPresentOrElse(
                        provider -> open(tool, provider),
                        () -> tool.disconnect("no cluster node is connected"));
    }

    private void open(IpcClient tool, Session provider) {
        ProxySession session =
                new ProxySession(
                        UUID.randomUUID().toString(), tool, ToolIdentity.of(tool), provider);
        byId.put(session.id(), session);
        byTool.put(tool, session);
        log.trace("{} opens session {} with {}", session.caller(), session.id(), provider);
        session.open();
        session.keepPace();
    }

    /** Carries a request, as it is, if it is exactly one well-formed element. */
    public void requested(IpcClient tool, IpcRequest request) {
        sessionOf(tool).ifPresent(session -> carry(session, request));
    }

    private void carry(ProxySession session, IpcRequest request) {
        traffic.request(request.payload().length);
        try {
            session.request(
                    request.id(),
                    (request.flags() & IpcRequest.CLIENT_RESPONSE) | PROXIED,
                    CarriedElement.verified(request.payload()));
        } catch (XmlException e) {
            session.tool().disconnect("its request is not one XML element: " + e.getMessage());
        }
    }

    /** A tool has gone; the cluster node is told, unless it went first. */
    public void closed(IpcClient tool) {
        sessionOf(tool)
                .ifPresent(session -> {
                    forget(session);
                    session.destroy();
                });
    }

    private Optional<ProxySession> sessionOf(IpcClient tool) {
        return Optional.ofNullable(byTool.get(tool));
    }

    private void forget(ProxySession session) {
        byId.remove(session.id());
        byTool.remove(session.tool());
    }

    @Override
    public boolean respond(ProxyMessage.Responded response) {
        return withTool(
                response.session(),
                tool -> {
                    traffic.answer(response.content().length());
                    tool.respond(response.messageId(), response.content().bytes());
                });
    }

    @Override
    public boolean tell(ProxyMessage.Happened event) {
        return withTool(
                event.session(),
                tool -> {
                    traffic.answer(event.content().length());
                    tool.event(event.content().bytes());
                });
    }

    @Override
    public boolean end(ProxyMessage.Destroyed destroyed) {
        return withTool(
                destroyed.session(), tool -> tool.disconnect("the cluster ended the session"));
    }

    private boolean withTool(String id, Consumer<IpcClient> action) {
        Optional<ProxySession> session = Optional.ofNullable(byId.get(id));
        session.map(ProxySession::tool).ifPresent(action);
        return session.isPresent();
    }

    /** Its tools go on, or wait: in changing order, so that none keeps the others waiting. */
    public void providerPaceChanged(Session provider) {
        List<ProxySession> carried = new ArrayList<>(sessionsOf(provider));
        Collections.shuffle(carried);
        carried.forEach(ProxySession::keepPace);
    }

    /** A cluster node has gone: its tools have to connect anew, to another one. */
    public void providerClosed(Session provider) {
        for (ProxySession orphan : sessionsOf(provider)) {
            forget(orphan);
            orphan.tool().disconnect("the cluster node has gone");
        }
    }

    private List<ProxySession> sessionsOf(Session provider) {
        return byId.values().stream()
                .filter(session -> session.provider().equals(provider))
                .toList();
    }
}

package dev.remotenode.agent.proxy;

import dev.remotenode.agent.session.LocalTools;
import dev.remotenode.agent.session.Session;
import dev.remotenode.agent.session.Sessions;
import dev.remotenode.lrmd.message.ProxyMessage;
import dev.remotenode.lrmd.xml.CarriedElement;
import dev.remotenode.lrmd.xml.XmlException;
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

    /** The caller waits for an answer on its request; the only flag that concerns the cluster. */
    private static final int WANTS_RESPONSE = 0x200;

    /** Makes every answer of the cluster asynchronous, as it comes through us. */
    private static final int PROXIED = 0x100;

    private final Sessions clusterNodes;
    private final Map<String, ProxySession> sessions = new LinkedHashMap<>();

    public ProxySessions(Sessions clusterNodes) {
        this.clusterNodes = clusterNodes;
    }

    /** Whether a cluster node is there to carry calls. */
    public boolean isAvailable() {
        return clusterNodes.newestProvider().isPresent();
    }

    /**
     * Opens a session for a tool, with the newest provider.
     *
     * @return its id; empty if there is no provider
     */
    public Optional<String> open(ToolConnection tool, ToolIdentity caller) {
        return clusterNodes.newestProvider().map(provider -> open(tool, caller, provider));
    }

    private String open(ToolConnection tool, ToolIdentity caller, Session provider) {
        ProxySession session =
                new ProxySession(UUID.randomUUID().toString(), tool, caller, provider);
        sessions.put(session.id(), session);
        log.trace("{} opens session {} with {}", caller, session.id(), provider);
        session.open();
        return session.id();
    }

    /**
     * Carries a request, as it is, if it is exactly one well-formed element.
     *
     * @param flags as the tool has set them
     */
    public void request(String id, int messageId, int flags, byte[] content) {
        ProxySession session = sessions.get(id);
        if (session == null) {
            return;
        }
        try {
            session.request(
                    messageId,
                    (flags & WANTS_RESPONSE) | PROXIED,
                    CarriedElement.verified(content));
        } catch (XmlException e) {
            log.warn("Refusing a request of {}: {}", session.caller(), e.getMessage());
            session.tool().disconnect("its request is not well-formed");
        }
    }

    /** A tool has gone. */
    public void closed(String id) {
        ProxySession session = sessions.remove(id);
        if (session != null) {
            session.destroy();
        }
    }

    @Override
    public boolean respond(ProxyMessage.Responded response) {
        return withTool(
                response.session(),
                tool -> tool.respond(response.messageId(), response.content().toBytes()));
    }

    @Override
    public boolean tell(ProxyMessage.Happened event) {
        return withTool(event.session(), tool -> tool.tell(event.content().toBytes()));
    }

    @Override
    public boolean end(ProxyMessage.Destroyed destroyed) {
        return withTool(
                destroyed.session(), tool -> tool.disconnect("the cluster ended the session"));
    }

    private boolean withTool(String id, Consumer<ToolConnection> action) {
        ProxySession session = sessions.get(id);
        if (session == null) {
            return false;
        }
        action.accept(session.tool());
        return true;
    }

    /** A cluster node has gone: its tools have to connect anew, to another one. */
    public void providerClosed(Session provider) {
        List<ProxySession> orphans =
                sessions.values().stream()
                        .filter(session -> session.provider().equals(provider))
                        .toList();
        for (ProxySession orphan : orphans) {
            sessions.remove(orphan.id());
            orphan.tool().disconnect("the cluster node has gone");
        }
    }
}

package dev.remotenode.agent.fencing;

import dev.remotenode.agent.proxy.ProxySessions;
import dev.remotenode.agent.session.RecordingOutlet;
import dev.remotenode.agent.session.Session;
import dev.remotenode.agent.session.Sessions;
import dev.remotenode.agent.session.Standing;
import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.ProxyMessage;
import dev.remotenode.lrmd.xml.CarriedElement;
import dev.remotenode.lrmd.xml.XmlException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** A cluster node with a fencer, which says what a test has it say. */
final class FakeFencer {

    private final Sessions clusterNodes;
    private final ProxySessions proxied;
    private final RecordingOutlet outlet = new RecordingOutlet();
    private final Session node = new Session(outlet, Standing.CLUSTER_NODE);
    private final Consumer<String> journal;
    private String session = "";
    private int lastMessageId;

    FakeFencer(Sessions clusterNodes, ProxySessions proxied, Consumer<String> journal) {
        this.clusterNodes = clusterNodes;
        this.proxied = proxied;
        this.journal = journal;
        clusterNodes.opened(node);
        clusterNodes.addProvider(node);
        outlet.take();
    }

    /** Writes down what has been sent to it. */
    void read() {
        outlet.take().forEach(message -> read(((Notification.Proxied) message).message()));
    }

    private void read(ProxyMessage message) {
        switch (message) {
            case ProxyMessage.Opened opened -> {
                session = opened.session();
                journal.accept("-> new " + opened.channel());
            }
            case ProxyMessage.Requested requested -> {
                lastMessageId = requested.messageId();
                journal.accept(
                        "-> request %d, flags %#x, of %s: %s"
                                .formatted(
                                        requested.messageId(),
                                        requested.flags(),
                                        requested.user(),
                                        text(requested.content())));
            }
            case ProxyMessage.Destroyed _ -> journal.accept("-> destroy");
            default -> throw new AssertionError(message);
        }
    }

    private static String text(CarriedElement content) {
        return new String(content.toBytes(), StandardCharsets.UTF_8);
    }

    void responds(String document) {
        journal.accept("<- response " + document);
        proxied.respond(new ProxyMessage.Responded(session, lastMessageId, element(document)));
    }

    void tells(String document) {
        journal.accept("<- event " + document);
        proxied.tell(new ProxyMessage.Happened(session, element(document)));
    }

    void endsTheSession() {
        journal.accept("<- destroy");
        proxied.end(new ProxyMessage.Destroyed(session));
    }

    void disconnects() {
        journal.accept("<- (gone)");
        clusterNodes.closed(node);
        proxied.providerClosed(node);
    }

    private static CarriedElement element(String document) {
        try {
            return CarriedElement.verified(document.getBytes(StandardCharsets.UTF_8));
        } catch (XmlException e) {
            throw new AssertionError(document, e);
        }
    }
}

package dev.remotenode.conformance;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.wire.ClusterPeer;
import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.ProxyMessage;
import dev.remotenode.lrmd.message.Request;
import dev.remotenode.lrmd.xml.CarriedElement;
import dev.remotenode.lrmd.xml.XmlException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;

/** A cluster node that carries calls of local tools, and answers those to its fencer. */
final class PlayedFencer implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final ClusterPeer peer;
    private String session = "";
    private int lastMessageId;

    PlayedFencer(StandaloneNode node) {
        peer = node.connect();
        peer.signOn("pacemaker-remote-guest1:3121", true);
    }

    /** Waits for the first sign of the daemon, and lets it in. */
    void letIn() {
        session =
                next(ProxyMessage.Opened.class, opened -> opened.channel().equals("stonith-ng"))
                        .session();
        awaitRequest("register");
        respond("<reply st_op=\"register\" st_clientid=\"token\"/>");
    }

    /** Waits for a request of this kind, and returns it. */
    String awaitRequest(String operation) {
        ProxyMessage.Requested requested =
                next(
                        ProxyMessage.Requested.class,
                        request ->
                                request.session().equals(session)
                                        && text(request).contains("st_op=\"" + operation + "\""));
        lastMessageId = requested.messageId();
        return text(requested);
    }

    /** Answers the last request at once. */
    void respond(String document) {
        peer.ask(
                new Request.Forward(
                        new ProxyMessage.Responded(session, lastMessageId, element(document))));
    }

    /** Answers a request when an agent has run. */
    void tell(String document) {
        peer.ask(new Request.Forward(new ProxyMessage.Happened(session, element(document))));
    }

    private <M extends ProxyMessage> M next(Class<M> kind, Predicate<M> wanted) {
        Notification.Proxied proxied =
                peer.notices()
                        .take(
                                Notification.Proxied.class,
                                notice ->
                                        kind.isInstance(notice.message())
                                                && wanted.test(kind.cast(notice.message())),
                                LIMIT);
        return kind.cast(proxied.message());
    }

    private static String text(ProxyMessage.Requested request) {
        return new String(request.content().toBytes(), StandardCharsets.UTF_8);
    }

    private static CarriedElement element(String document) {
        try {
            return CarriedElement.verified(document.getBytes(StandardCharsets.UTF_8));
        } catch (XmlException e) {
            throw new IllegalArgumentException(document, e);
        }
    }

    @Override
    public void close() {
        peer.close();
    }
}

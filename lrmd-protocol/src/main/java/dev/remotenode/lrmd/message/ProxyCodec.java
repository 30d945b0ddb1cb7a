package dev.remotenode.lrmd.message;

import dev.remotenode.lrmd.xml.Element;
import dev.remotenode.lrmd.xml.ElementBuilder;

/** Traffic of local tools' sessions as XML, on the root element that carries it. */
final class ProxyCodec {

    /** The session that talk about shutdown names: controllers tell proxy traffic by having one. */
    private static final String NO_SESSION = "0";

    private ProxyCodec() {}

    static ProxyMessage read(Element root) {
        String operation = root.attribute(Vocabulary.IPC_OPERATION).orElse("");
        String session = root.attribute(Vocabulary.IPC_SESSION).orElse("");
        return switch (operation) {
            case Vocabulary.IPC_DESTROY -> new ProxyMessage.Destroy(session);
            case Vocabulary.IPC_SHUTDOWN_REQUEST -> new ProxyMessage.ShutdownRequest();
            case Vocabulary.IPC_SHUTDOWN_ACK -> new ProxyMessage.ShutdownAck();
            case Vocabulary.IPC_SHUTDOWN_NACK -> new ProxyMessage.ShutdownNack();
            default -> new ProxyMessage.Content(session, operation);
        };
    }

    static void addTo(ElementBuilder root, ProxyMessage message) {
        switch (message) {
            case ProxyMessage.Destroy destroy ->
                    add(root, Vocabulary.IPC_DESTROY, destroy.session());
            case ProxyMessage.ShutdownRequest _ ->
                    add(root, Vocabulary.IPC_SHUTDOWN_REQUEST, NO_SESSION);
            case ProxyMessage.ShutdownAck _ ->
                    root.with(Vocabulary.IPC_OPERATION, Vocabulary.IPC_SHUTDOWN_ACK);
            case ProxyMessage.ShutdownNack _ ->
                    root.with(Vocabulary.IPC_OPERATION, Vocabulary.IPC_SHUTDOWN_NACK);
            case ProxyMessage.Content content -> add(root, content.operation(), content.session());
        }
    }

    private static void add(ElementBuilder root, String operation, String session) {
        root.with(Vocabulary.IPC_OPERATION, operation).with(Vocabulary.IPC_SESSION, session);
    }
}

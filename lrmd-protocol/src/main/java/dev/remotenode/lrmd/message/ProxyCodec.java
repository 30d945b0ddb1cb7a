package dev.remotenode.lrmd.message;

import dev.remotenode.lrmd.xml.CarriedElement;
import dev.remotenode.lrmd.xml.Element;
import dev.remotenode.lrmd.xml.ElementBuilder;
import java.util.Optional;
import java.util.function.Function;

/** Traffic of local tools' sessions as XML, on the root element that carries it. */
final class ProxyCodec {

    /** The session that talk about shutdown names: controllers tell proxy traffic by having one. */
    private static final String NO_SESSION = "0";

    private ProxyCodec() {}

    static ProxyMessage read(Element root) {
        String operation = root.attribute(Vocabulary.IPC_OPERATION).orElse("");
        String session = root.attribute(Vocabulary.IPC_SESSION).orElse("");
        int messageId = MessageElements.signed(root, Vocabulary.IPC_MESSAGE_ID);
        return switch (operation) {
            case Vocabulary.IPC_NEW ->
                    new ProxyMessage.Opened(
                            session, root.attribute(Vocabulary.IPC_SERVER).orElse(""));
            case Vocabulary.IPC_REQUEST ->
                    withContent(
                            root,
                            content ->
                                    new ProxyMessage.Requested(
                                            session,
                                            root.attribute(Vocabulary.IPC_CLIENT).orElse(""),
                                            root.attribute(Vocabulary.IPC_USER).orElse(""),
                                            messageId,
                                            MessageElements.signed(
                                                    root, Vocabulary.IPC_MESSAGE_FLAGS),
                                            content));
            case Vocabulary.IPC_RESPONSE ->
                    withContent(
                            root,
                            content -> new ProxyMessage.Responded(session, messageId, content));
            case Vocabulary.IPC_EVENT ->
                    withContent(root, content -> new ProxyMessage.Happened(session, content));
            case Vocabulary.IPC_DESTROY -> new ProxyMessage.Destroyed(session);
            case Vocabulary.IPC_SHUTDOWN_REQUEST -> new ProxyMessage.ShutdownRequest();
            case Vocabulary.IPC_SHUTDOWN_ACK -> new ProxyMessage.ShutdownAck();
            case Vocabulary.IPC_SHUTDOWN_NACK -> new ProxyMessage.ShutdownNack();
            default -> new ProxyMessage.Unintelligible(session, operation);
        };
    }

    private static ProxyMessage withContent(
            Element root, Function<CarriedElement, ProxyMessage> message) {
        Optional<CarriedElement> content =
                root.child(Vocabulary.IPC_MESSAGE).flatMap(Element::carried);
        return content.map(message)
                .orElseGet(() ->
                        new ProxyMessage.Unintelligible(
                                root.attribute(Vocabulary.IPC_SESSION).orElse(""),
                                "message without content"));
    }

    static void addTo(ElementBuilder root, ProxyMessage message) {
        switch (message) {
            case ProxyMessage.Opened opened ->
                    add(root, Vocabulary.IPC_NEW, opened.session())
                            .with(Vocabulary.IPC_SERVER, opened.channel());
            case ProxyMessage.Requested requested ->
                    add(root, Vocabulary.IPC_REQUEST, requested.session())
                            .with(Vocabulary.IPC_CLIENT, requested.clientName())
                            .with(Vocabulary.IPC_USER, requested.user())
                            .with(Vocabulary.IPC_MESSAGE_ID, requested.messageId())
                            .with(Vocabulary.IPC_MESSAGE_FLAGS, requested.flags())
                            .with(carrier(requested.content()));
            case ProxyMessage.Responded responded ->
                    add(root, Vocabulary.IPC_RESPONSE, responded.session())
                            .with(Vocabulary.IPC_MESSAGE_ID, responded.messageId())
                            .with(carrier(responded.content()));
            case ProxyMessage.Happened happened ->
                    add(root, Vocabulary.IPC_EVENT, happened.session())
                            .with(carrier(happened.content()));
            case ProxyMessage.Destroyed destroyed ->
                    add(root, Vocabulary.IPC_DESTROY, destroyed.session());
            case ProxyMessage.ShutdownRequest _ ->
                    add(root, Vocabulary.IPC_SHUTDOWN_REQUEST, NO_SESSION);
            case ProxyMessage.ShutdownAck _ ->
                    root.with(Vocabulary.IPC_OPERATION, Vocabulary.IPC_SHUTDOWN_ACK);
            case ProxyMessage.ShutdownNack _ ->
                    root.with(Vocabulary.IPC_OPERATION, Vocabulary.IPC_SHUTDOWN_NACK);
            case ProxyMessage.Unintelligible other -> add(root, other.operation(), other.session());
        }
    }

    private static ElementBuilder add(ElementBuilder root, String operation, String session) {
        return root.with(Vocabulary.IPC_OPERATION, operation).with(Vocabulary.IPC_SESSION, session);
    }

    private static Element carrier(CarriedElement content) {
        return Element.named(Vocabulary.IPC_MESSAGE).carrying(content).build();
    }
}

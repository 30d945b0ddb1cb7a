package dev.remotenode.lrmd.message;

import dev.remotenode.lrmd.xml.Element;
import dev.remotenode.lrmd.xml.ElementBuilder;
import java.util.Optional;

/** Notifications as XML. */
final class NotificationCodec {

    private NotificationCodec() {}

    static Element write(Notification notification) {
        return switch (notification) {
            case Notification.Served served ->
                    root(served.kind().operation())
                            .with(Vocabulary.RETURN_CODE, served.returnCode())
                            .with(Vocabulary.CALL_ID, served.callId())
                            .with(Vocabulary.RESOURCE_ID, served.resourceId())
                            .build();
            case Notification.NewClient _ -> root(Vocabulary.NEW_CLIENT).build();
            case Notification.ExecComplete complete -> complete(complete);
            case Notification.Proxied proxied -> {
                ElementBuilder root = enveloped(Vocabulary.IPC_PROXY);
                ProxyCodec.addTo(root, proxied.message());
                yield root.build();
            }
        };
    }

    private static Element complete(Notification.ExecComplete complete) {
        Notification.Outcome outcome = complete.outcome();
        ElementBuilder root =
                root(Vocabulary.EXEC)
                        .with(Vocabulary.CALL_ID, complete.callId())
                        .with(Vocabulary.RESOURCE_ID, complete.resourceId())
                        .with(Vocabulary.EXIT_CODE, outcome.exitCode())
                        .with(Vocabulary.EXECUTION_STATUS, outcome.executionStatus())
                        .with(Vocabulary.RESOURCE_DELETED, complete.resourceDeleted() ? 1 : 0)
                        .with(Vocabulary.RUN_TIME, outcome.runTime())
                        .with(Vocabulary.CHANGE_TIME, outcome.changeTime())
                        .with(Vocabulary.EXECUTION_TIME, outcome.executionTime())
                        .with(Vocabulary.QUEUE_TIME, outcome.queueTime())
                        .with(Vocabulary.EXIT_REASON, outcome.exitReason())
                        .with(Vocabulary.OUTPUT, outcome.output());
        MessageElements.addOperation(root, complete.operation());
        return root.build();
    }

    private static ElementBuilder root(String operation) {
        return enveloped(Vocabulary.NOTIFY).with(Vocabulary.OPERATION, operation);
    }

    private static ElementBuilder enveloped(String name) {
        return Element.named(name)
                .with(Vocabulary.MESSAGE_TYPE, Vocabulary.TYPE_NOTIFY)
                .with(Vocabulary.MESSAGE_ID, 0);
    }

    static Notification read(Element root) throws MalformedMessageException {
        if (root.name().equals(Vocabulary.IPC_PROXY)) {
            return new Notification.Proxied(ProxyCodec.read(root));
        }
        String operation = root.attribute(Vocabulary.OPERATION).orElse("");
        return switch (operation) {
            case Vocabulary.NEW_CLIENT -> new Notification.NewClient();
            case Vocabulary.EXEC -> readComplete(root);
            case Vocabulary.POKE -> served(Notification.Kind.POKE, root);
            case Vocabulary.RESOURCE_REGISTER ->
                    served(Notification.Kind.RESOURCE_REGISTERED, root);
            case Vocabulary.RESOURCE_UNREGISTER ->
                    served(Notification.Kind.RESOURCE_UNREGISTERED, root);
            default -> throw new MalformedMessageException("unknown notification " + operation);
        };
    }

    private static Notification served(Notification.Kind kind, Element root) {
        return new Notification.Served(
                kind,
                MessageElements.signed(root, Vocabulary.CALL_ID),
                MessageElements.signed(root, Vocabulary.RETURN_CODE),
                root.attribute(Vocabulary.RESOURCE_ID));
    }

    private static Notification readComplete(Element root) {
        Optional<String> resourceId = root.attribute(Vocabulary.RESOURCE_ID);
        return new Notification.ExecComplete(
                MessageElements.signed(root, Vocabulary.CALL_ID),
                resourceId.orElse(""),
                MessageElements.operation(root),
                new Notification.Outcome(
                        MessageElements.signed(root, Vocabulary.EXIT_CODE),
                        MessageElements.signed(root, Vocabulary.EXECUTION_STATUS),
                        root.attribute(Vocabulary.EXIT_REASON),
                        root.attribute(Vocabulary.OUTPUT),
                        MessageElements.number(root, Vocabulary.RUN_TIME),
                        MessageElements.number(root, Vocabulary.CHANGE_TIME),
                        MessageElements.number(root, Vocabulary.EXECUTION_TIME),
                        MessageElements.number(root, Vocabulary.QUEUE_TIME)),
                MessageElements.signed(root, Vocabulary.RESOURCE_DELETED) != 0);
    }
}

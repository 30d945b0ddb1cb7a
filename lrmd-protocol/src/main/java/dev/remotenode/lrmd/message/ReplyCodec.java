package dev.remotenode.lrmd.message;

import dev.remotenode.lrmd.xml.Element;
import dev.remotenode.lrmd.xml.ElementBuilder;
import java.util.List;

/** Replies as XML. */
final class ReplyCodec {

    /** Free text that upstream fills with a function name; tells captures apart. */
    private static final String ORIGIN = "remote-node";

    private ReplyCodec() {}

    static Element write(Reply reply) {
        ElementBuilder root =
                Element.named(Vocabulary.REPLY)
                        .with(Vocabulary.MESSAGE_TYPE, Vocabulary.TYPE_REPLY)
                        .with(Vocabulary.MESSAGE_ID, reply.messageId())
                        .with(Vocabulary.ORIGIN, ORIGIN)
                        .with(Vocabulary.RETURN_CODE, reply.returnCode())
                        .with(Vocabulary.CALL_ID, reply.callId());
        switch (reply.body()) {
            case Reply.Plain _ -> {}
            case Reply.Registered registered ->
                    root.with(Vocabulary.OPERATION, Vocabulary.REGISTER)
                            .with(Vocabulary.CLIENT_ID, registered.clientId())
                            .with(
                                    Vocabulary.PROTOCOL_VERSION,
                                    registered.protocolVersion().toString())
                            .with(Vocabulary.UPTIME, registered.uptime())
                            .with(Vocabulary.NODE_START_STATE, registered.nodeStartState());
            case Reply.ResourceDescription description -> {
                root.with(Vocabulary.RESOURCE_ID, description.resourceId());
                MessageElements.addAgent(root, description.agent());
            }
            case Reply.RecurringOperations recurring ->
                    recurring.resources().forEach(resource -> root.with(element(resource)));
        }
        return root.build();
    }

    private static Element element(Reply.ResourceOperations resource) {
        ElementBuilder element =
                Element.named(Vocabulary.RESOURCE)
                        .with(Vocabulary.RESOURCE_ID, resource.resourceId());
        for (Reply.RecurringOperation operation : resource.operations()) {
            element.with(
                    Element.named(Vocabulary.RECURRING_OPERATION)
                            .with(Vocabulary.ACTION, operation.action())
                            .with(Vocabulary.INTERVAL, operation.interval())
                            .with(Vocabulary.TIMEOUT, operation.timeout())
                            .build());
        }
        return element.build();
    }

    static Reply read(Element root) {
        return new Reply(
                MessageElements.signed(root, Vocabulary.MESSAGE_ID),
                MessageElements.signed(root, Vocabulary.CALL_ID),
                MessageElements.signed(root, Vocabulary.RETURN_CODE),
                body(root));
    }

    /** A reply does not say what it answers; what it carries does. */
    private static Reply.Body body(Element root) {
        if (root.attribute(Vocabulary.CLIENT_ID).isPresent()) {
            return new Reply.Registered(
                    root.attribute(Vocabulary.CLIENT_ID).orElse(""),
                    root.attribute(Vocabulary.PROTOCOL_VERSION)
                            .flatMap(ProtocolVersion::parse)
                            .orElse(ProtocolVersion.OLDEST),
                    MessageElements.number(root, Vocabulary.UPTIME),
                    root.attribute(Vocabulary.NODE_START_STATE));
        }
        if (root.attribute(Vocabulary.RESOURCE_ID).isPresent()) {
            return new Reply.ResourceDescription(
                    root.attribute(Vocabulary.RESOURCE_ID).orElse(""), MessageElements.agent(root));
        }
        if (!root.children().isEmpty()) {
            return new Reply.RecurringOperations(
                    root.children().stream().map(ReplyCodec::operations).toList());
        }
        return new Reply.Plain();
    }

    private static Reply.ResourceOperations operations(Element resource) {
        List<Reply.RecurringOperation> operations =
                resource.children().stream()
                        .map(operation ->
                                new Reply.RecurringOperation(
                                        operation.attribute(Vocabulary.ACTION).orElse(""),
                                        MessageElements.number(operation, Vocabulary.INTERVAL),
                                        MessageElements.number(operation, Vocabulary.TIMEOUT)))
                        .toList();
        return new Reply.ResourceOperations(
                resource.attribute(Vocabulary.RESOURCE_ID).orElse(""), operations);
    }
}

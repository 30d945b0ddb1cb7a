package dev.remotenode.lrmd.message;

import dev.remotenode.lrmd.xml.Element;
import dev.remotenode.lrmd.xml.ElementBuilder;
import java.util.Optional;

/** Requests as XML. */
final class RequestCodec {

    private RequestCodec() {}

    /**
     * Reads a request. The name of the root element is not looked at, and what is missing is left
     * to the executor to judge, as Pacemaker does.
     */
    static RequestMessage read(Element root) {
        return message(root, request(root));
    }

    /**
     * What somebody waits for an answer to; nobody does without a number, or to what is carried.
     */
    static Optional<RequestMessage> readExcessive(ExcessiveMessageException excess) {
        return excess.root()
                .filter(root -> root.attribute(Vocabulary.MESSAGE_ID).isPresent())
                .filter(root -> !operation(root).equals(Vocabulary.IPC_FORWARD))
                .map(root ->
                        message(
                                root,
                                new Request.Excessive(
                                        operation(root), String.valueOf(excess.getMessage()))));
    }

    private static RequestMessage message(Element root, Request request) {
        return new RequestMessage(
                MessageElements.signed(root, Vocabulary.MESSAGE_ID),
                root.attribute(Vocabulary.CLIENT_NAME),
                request);
    }

    private static String operation(Element root) {
        return root.attribute(Vocabulary.OPERATION).orElse("");
    }

    private static Request request(Element root) {
        Element resource = elementOrEmpty(root, Vocabulary.RESOURCE);
        Optional<String> resourceId = resource.attribute(Vocabulary.RESOURCE_ID);
        long options = MessageElements.number(root, Vocabulary.CALL_OPTIONS);
        String operation = operation(root);
        return switch (operation) {
            case Vocabulary.REGISTER ->
                    new Request.Register(
                            root.attribute(Vocabulary.PROTOCOL_VERSION),
                            MessageElements.isTrue(root.attribute(Vocabulary.IS_IPC_PROVIDER)));
            case Vocabulary.POKE -> new Request.Poke();
            case Vocabulary.RESOURCE_REGISTER ->
                    new Request.RegisterResource(
                            resourceId,
                            MessageElements.agent(resource),
                            CallOptions.has(options, CallOptions.DROP_RECURRING));
            case Vocabulary.RESOURCE_UNREGISTER -> new Request.UnregisterResource(resourceId);
            case Vocabulary.RESOURCE_INFO -> new Request.ResourceInfo(resourceId);
            case Vocabulary.EXEC ->
                    new Request.Exec(
                            resourceId,
                            MessageElements.operation(resource),
                            CallOptions.has(options, CallOptions.NOTIFY_ORIGINATOR_ONLY),
                            CallOptions.has(options, CallOptions.NOTIFY_CHANGES_ONLY));
            case Vocabulary.CANCEL ->
                    new Request.Cancel(
                            resourceId,
                            resource.attribute(Vocabulary.ACTION),
                            MessageElements.number(resource, Vocabulary.INTERVAL));
            case Vocabulary.GET_RECURRING -> new Request.GetRecurring(resourceId);
            case Vocabulary.ALERT_EXEC -> alert(elementOrEmpty(root, Vocabulary.ALERT));
            case Vocabulary.CHECK ->
                    new Request.WatchdogCheck(
                            MessageElements.single(root, Vocabulary.WATCHDOG_CHECK)
                                    .flatMap(check -> check.attribute(Vocabulary.WATCHDOG)));
            case Vocabulary.IPC_FORWARD -> new Request.Forward(ProxyCodec.read(root));
            default -> new Request.Unsupported(operation);
        };
    }

    private static Element elementOrEmpty(Element root, String name) {
        return MessageElements.single(root, name).orElseGet(() -> Element.named(name).build());
    }

    private static Request.SendAlert alert(Element alert) {
        return new Request.SendAlert(
                alert.attribute(Vocabulary.ALERT_ID),
                alert.attribute(Vocabulary.ALERT_PATH),
                MessageElements.number(alert, Vocabulary.TIMEOUT),
                MessageElements.parameters(alert));
    }

    static Element write(RequestMessage message) {
        ElementBuilder root =
                message.request() instanceof Request.Forward
                        ? Element.named(Vocabulary.IPC_PROXY)
                        : Element.named(Vocabulary.COMMAND)
                                .with(Vocabulary.SUBSYSTEM, Vocabulary.SUBSYSTEM_LRMD);
        root.with(Vocabulary.MESSAGE_TYPE, Vocabulary.TYPE_REQUEST)
                .with(Vocabulary.MESSAGE_ID, message.messageId())
                .with(Vocabulary.CLIENT_NAME, message.clientName());
        addRequest(root, message.request());
        return root.build();
    }

    private static void addRequest(ElementBuilder root, Request request) {
        switch (request) {
            case Request.Register register ->
                    root.with(Vocabulary.OPERATION, Vocabulary.REGISTER)
                            .with(Vocabulary.PROTOCOL_VERSION, register.protocolVersion())
                            .with(
                                    Vocabulary.IS_IPC_PROVIDER,
                                    Optional.of("true").filter(_ -> register.proxyProvider()));
            case Request.Poke _ -> call(root, Vocabulary.POKE, 0, resource(Optional.empty()));
            case Request.RegisterResource register -> {
                ElementBuilder resource = resource(register.resourceId());
                MessageElements.addAgent(resource, register.agent());
                int options = register.dropRecurring() ? CallOptions.DROP_RECURRING : 0;
                call(root, Vocabulary.RESOURCE_REGISTER, options, resource);
            }
            case Request.UnregisterResource unregister ->
                    call(
                            root,
                            Vocabulary.RESOURCE_UNREGISTER,
                            0,
                            resource(unregister.resourceId()));
            case Request.ResourceInfo info ->
                    call(root, Vocabulary.RESOURCE_INFO, 0, resource(info.resourceId()));
            case Request.Exec exec -> {
                ElementBuilder resource = resource(exec.resourceId());
                MessageElements.addOperation(resource, exec.operation());
                int options = CallOptions.bits(exec.originatorOnly(), exec.changesOnly());
                call(root, Vocabulary.EXEC, options, resource);
            }
            case Request.Cancel cancel ->
                    call(
                            root,
                            Vocabulary.CANCEL,
                            0,
                            resource(cancel.resourceId())
                                    .with(Vocabulary.ACTION, cancel.action())
                                    .with(Vocabulary.INTERVAL, cancel.interval()));
            case Request.GetRecurring recurring ->
                    call(root, Vocabulary.GET_RECURRING, 0, resource(recurring.resourceId()));
            case Request.SendAlert alert ->
                    call(
                            root,
                            Vocabulary.ALERT_EXEC,
                            0,
                            Element.named(Vocabulary.ALERT)
                                    .with(Vocabulary.ALERT_ID, alert.alertId())
                                    .with(Vocabulary.ALERT_PATH, alert.path())
                                    .with(Vocabulary.TIMEOUT, alert.timeout())
                                    .with(MessageElements.parametersElement(alert.environment())));
            case Request.WatchdogCheck check ->
                    call(
                            root,
                            Vocabulary.CHECK,
                            0,
                            Element.named(Vocabulary.WATCHDOG_CHECK)
                                    .with(Vocabulary.WATCHDOG, check.timeout()));
            case Request.Forward forward -> {
                root.with(Vocabulary.OPERATION, Vocabulary.IPC_FORWARD);
                ProxyCodec.addTo(root, forward.message());
            }
            case Request.Unsupported unsupported ->
                    root.with(Vocabulary.OPERATION, unsupported.name());
            case Request.Excessive excessive -> root.with(Vocabulary.OPERATION, excessive.name());
        }
    }

    private static ElementBuilder resource(Optional<String> id) {
        return Element.named(Vocabulary.RESOURCE).with(Vocabulary.RESOURCE_ID, id);
    }

    private static void call(
            ElementBuilder root, String operation, int options, ElementBuilder data) {
        root.with(Vocabulary.OPERATION, operation)
                .with(Vocabulary.CALL_OPTIONS, options)
                .with(Element.named(Vocabulary.CALL_DATA).with(data.build()).build());
    }
}

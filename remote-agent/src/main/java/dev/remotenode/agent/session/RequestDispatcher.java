package dev.remotenode.agent.session;

import dev.remotenode.lrmd.message.Errno;
import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.ProtocolVersion;
import dev.remotenode.lrmd.message.ProxyMessage;
import dev.remotenode.lrmd.message.Reply;
import dev.remotenode.lrmd.message.Request;
import dev.remotenode.lrmd.message.RequestMessage;
import dev.remotenode.ocf.schedule.AlertExecutor;
import dev.remotenode.ocf.schedule.RecurringOperations;
import dev.remotenode.ocf.schedule.Resource;
import dev.remotenode.ocf.schedule.ResourceExecutor;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the requests of cluster nodes. Used on the event loop.
 *
 * <p>The order of replies and notifications is part of the protocol: a reply precedes the
 * notification of what it answers, but follows the "cancelled" notifications that its request
 * caused.
 */
public final class RequestDispatcher {

    private static final Logger log = LoggerFactory.getLogger(RequestDispatcher.class);

    private final Sessions sessions;
    private final ResourceExecutor executor;
    private final AlertExecutor alerts;
    private final NodeIdentity node;
    private final LocalTools tools;
    private final ShutdownAnswers shutdown;
    private final WatchdogCheck watchdog;
    private int lastCallId;

    public RequestDispatcher(
            Sessions sessions,
            ResourceExecutor executor,
            AlertExecutor alerts,
            NodeIdentity node,
            LocalTools tools,
            ShutdownAnswers shutdown,
            WatchdogCheck watchdog) {
        this.sessions = sessions;
        this.executor = executor;
        this.alerts = alerts;
        this.node = node;
        this.tools = tools;
        this.shutdown = shutdown;
        this.watchdog = watchdog;
    }

    /** Serves one request. */
    public void dispatch(Session session, RequestMessage message) {
        session.nameIfUnnamed(message.clientName());
        Call call = new Call(session, nextCallId(), message.messageId());
        if (isPermitted(session.standing(), message.request())) {
            serve(call, message.request());
        } else {
            log.warn("Refusing {}: not permitted to {}", message.request(), session);
            call.reply(Errno.EACCES);
        }
    }

    private static boolean isPermitted(Standing standing, Request request) {
        return switch (request) {
            case Request.Poke _ -> true;
            case Request.Register register -> !register.proxyProvider() || standing.mayCarryCalls();
            case Request.Forward _ -> standing.mayCarryCalls();
            case Request.RegisterResource _,
                    Request.UnregisterResource _,
                    Request.ResourceInfo _,
                    Request.Exec _,
                    Request.Cancel _,
                    Request.GetRecurring _,
                    Request.SendAlert _,
                    Request.WatchdogCheck _,
                    Request.Unsupported _ ->
                    standing.mayCommand();
        };
    }

    private void serve(Call call, Request request) {
        switch (request) {
            case Request.Register register -> register(call, register);
            case Request.Poke _ -> poke(call);
            case Request.RegisterResource register -> registerResource(call, register);
            case Request.UnregisterResource unregister -> unregisterResource(call, unregister);
            case Request.ResourceInfo info -> describeResource(call, info);
            case Request.Exec exec -> execute(call, exec);
            case Request.Cancel cancel -> cancel(call, cancel);
            case Request.GetRecurring recurring -> listRecurring(call, recurring);
            case Request.SendAlert alert -> sendAlert(call, alert);
            case Request.WatchdogCheck check -> watchdog.check(check.timeout());
            case Request.Forward forward -> forward(call, forward.message());
            case Request.Unsupported unsupported -> {
                log.warn("{} asks for unknown operation '{}'", call.session(), unsupported.name());
                call.reply(Errno.EOPNOTSUPP);
            }
        }
    }

    /** Every request counts, answered or not; the number of an operation is that of its request. */
    private int nextCallId() {
        lastCallId = lastCallId == Integer.MAX_VALUE ? 1 : lastCallId + 1;
        return lastCallId;
    }

    private void register(Call call, Request.Register register) {
        Optional<ProtocolVersion> version =
                register.protocolVersion()
                        .flatMap(ProtocolVersion::parse)
                        .filter(theirs -> theirs.compareTo(ProtocolVersion.OLDEST) >= 0);
        if (version.isEmpty()) {
            log.warn(
                    "Refusing {}: its protocol version is {}, ours is {}",
                    call.session(),
                    register.protocolVersion().orElse("missing"),
                    ProtocolVersion.CURRENT);
        } else if (register.proxyProvider()) {
            sessions.addProvider(call.session());
            log.info("Cluster node {} manages this node now", call.session());
        }
        call.reply(
                version.isPresent() ? 0 : Errno.EPROTO.returnCode(),
                new Reply.Registered(
                        call.session().id(),
                        ProtocolVersion.CURRENT,
                        node.uptime().get().toSeconds(),
                        node.startState()));
    }

    private void poke(Call call) {
        call.reply(0);
        notifyServed(call, Notification.Kind.POKE, 0, Optional.empty());
    }

    private void registerResource(Call call, Request.RegisterResource register) {
        register.resourceId()
                .ifPresentOrElse(
                        id -> {
                            executor.register(
                                    new Resource(
                                            id,
                                            WireTranslation.agentName(register.agent()),
                                            register.dropRecurring()));
                            executor.afterCancellations(
                                    id,
                                    () -> {
                                        call.reply(0);
                                        notifyServed(
                                                call,
                                                Notification.Kind.RESOURCE_REGISTERED,
                                                0,
                                                register.resourceId());
                                    });
                        },
                        () -> call.reply(Errno.EINVAL));
    }

    private void unregisterResource(Call call, Request.UnregisterResource unregister) {
        unregister
                .resourceId()
                .ifPresentOrElse(
                        id -> {
                            int returnCode =
                                    switch (executor.unregister(id)) {
                                        case REMOVED -> 0;
                                        case STILL_ACTIVE -> Errno.EINPROGRESS.returnCode();
                                    };
                            executor.afterCancellations(
                                    id,
                                    () -> {
                                        call.reply(returnCode);
                                        notifyServed(
                                                call,
                                                Notification.Kind.RESOURCE_UNREGISTERED,
                                                returnCode,
                                                unregister.resourceId());
                                    });
                        },
                        () -> call.reply(Errno.ENODEV));
    }

    private void describeResource(Call call, Request.ResourceInfo info) {
        info.resourceId()
                .flatMap(executor::find)
                .ifPresentOrElse(
                        resource ->
                                call.reply(
                                        0,
                                        new Reply.ResourceDescription(
                                                resource.id(),
                                                WireTranslation.agentAddress(resource.agent()))),
                        () -> call.reply(Errno.ENODEV));
    }

    private void execute(Call call, Request.Exec exec) {
        exec.resourceId()
                .ifPresentOrElse(
                        id -> {
                            int returnCode =
                                    switch (executor.execute(
                                            call.id(),
                                            WireTranslation.operation(id, exec, call.session()))) {
                                        case ACCEPTED -> call.id();
                                        case NOT_REGISTERED -> Errno.ENODEV.returnCode();
                                    };
                            executor.afterCancellations(id, () -> call.reply(returnCode));
                        },
                        () -> call.reply(Errno.EINVAL));
    }

    private void cancel(Call call, Request.Cancel cancel) {
        if (cancel.resourceId().isEmpty() || cancel.action().isEmpty()) {
            call.reply(Errno.EINVAL);
            return;
        }
        String id = cancel.resourceId().get();
        int returnCode =
                switch (executor.cancel(
                        id, cancel.action().get(), WireTranslation.millis(cancel.interval()))) {
                    case CANCELLED -> 0;
                    case NO_SUCH_OPERATION -> Errno.EOPNOTSUPP.returnCode();
                    case NOT_REGISTERED -> Errno.ENODEV.returnCode();
                };
        executor.afterCancellations(id, () -> call.reply(returnCode));
    }

    private void listRecurring(Call call, Request.GetRecurring request) {
        Optional<List<RecurringOperations>> found =
                request.resourceId().isEmpty()
                        ? Optional.of(executor.recurring())
                        : executor.recurring(request.resourceId().get()).map(List::of);
        found.ifPresentOrElse(
                resources ->
                        call.reply(
                                0,
                                new Reply.RecurringOperations(
                                        resources.stream()
                                                .map(WireTranslation::recurring)
                                                .toList())),
                () -> call.reply(Errno.ENODEV));
    }

    private void sendAlert(Call call, Request.SendAlert request) {
        WireTranslation.alert(request)
                .ifPresentOrElse(
                        alert -> {
                            alerts.execute(alert, call.session().asOriginator());
                            call.reply(0);
                        },
                        () -> call.reply(Errno.EINVAL));
    }

    private void forward(Call call, ProxyMessage message) {
        switch (message) {
            case ProxyMessage.Responded response -> {
                if (!tools.respond(response)) {
                    disown(call, response.session());
                }
            }
            case ProxyMessage.Happened event -> {
                if (!tools.tell(event)) {
                    disown(call, event.session());
                }
            }
            case ProxyMessage.Destroyed destroyed -> {
                if (!tools.end(destroyed)) {
                    disown(call, destroyed.session());
                }
            }
            case ProxyMessage.Unintelligible other -> {
                log.warn("Ignoring '{}' from {}", other.operation(), call.session());
                disown(call, other.session());
            }
            case ProxyMessage.Opened _, ProxyMessage.Requested _, ProxyMessage.ShutdownRequest _ ->
                    log.warn("Ignoring from {} what only this daemon says", call.session());
            case ProxyMessage.ShutdownAck _ -> shutdown.acknowledged();
            case ProxyMessage.ShutdownNack _ -> shutdown.refused();
        }
        call.reply(0);
    }

    /** There is no such tool here: the cluster node shall forget it. */
    private static void disown(Call call, String session) {
        call.session().send(new Notification.Proxied(new ProxyMessage.Destroyed(session)));
    }

    private void notifyServed(
            Call call, Notification.Kind kind, int returnCode, Optional<String> resourceId) {
        sessions.notifyAll(new Notification.Served(kind, call.id(), returnCode, resourceId));
    }
}

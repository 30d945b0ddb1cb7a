package dev.remotenode.agent.session;

import dev.remotenode.lrmd.message.Errno;
import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.ProtocolVersion;
import dev.remotenode.lrmd.message.Reply;
import dev.remotenode.lrmd.message.Request;
import dev.remotenode.lrmd.message.RequestMessage;
import dev.remotenode.ocf.schedule.AlertExecutor;
import dev.remotenode.ocf.schedule.ResourceExecutor;
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
    private final ResourceRequests resources;
    private final ForwardedMessages forwarded;
    private final AlertExecutor alerts;
    private final NodeIdentity node;
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
        this.resources = new ResourceRequests(executor, sessions);
        this.forwarded = new ForwardedMessages(tools, shutdown);
        this.alerts = alerts;
        this.node = node;
        this.watchdog = watchdog;
    }

    /** Serves one request. */
    public void dispatch(Session session, RequestMessage message) {
        session.asked();
        session.nameIfUnnamed(message.clientName());
        Call call = new Call(session, nextCallId(), message.messageId());
        log.trace("{} asks: {}", call, kind(message.request()));
        if (isPermitted(session.standing(), message.request())) {
            serve(call, message.request());
        } else {
            log.warn("Refusing {}: not permitted to {}", kind(message.request()), session);
            call.reply(Errno.EACCES);
        }
    }

    /** For the log, which has no place for parameters: some are secrets. */
    private static String kind(Request request) {
        return request.getClass().getSimpleName();
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
                    Request.Unsupported _,
                    Request.Excessive _ ->
                    standing.mayCommand();
        };
    }

    private void serve(Call call, Request request) {
        switch (request) {
            case Request.Register register -> register(call, register);
            case Request.Poke _ -> poke(call);
            case Request.RegisterResource register -> resources.register(call, register);
            case Request.UnregisterResource unregister -> resources.unregister(call, unregister);
            case Request.ResourceInfo info -> resources.describe(call, info);
            case Request.Exec exec -> resources.execute(call, exec);
            case Request.Cancel cancel -> resources.cancel(call, cancel);
            case Request.GetRecurring recurring -> resources.listRecurring(call, recurring);
            case Request.SendAlert alert -> sendAlert(call, alert);
            case Request.WatchdogCheck check -> watchdog.check(check.timeout());
            case Request.Forward forward -> forwarded.serve(call, forward.message());
            case Request.Unsupported unsupported -> {
                log.warn("{} asks for unknown operation '{}'", call.session(), unsupported.name());
                call.reply(Errno.EOPNOTSUPP);
            }
            case Request.Excessive excessive -> {
                // Who has read it has told so, as often as is good for the log.
                log.debug(
                        "{} asks for '{}' with {}",
                        call.session(),
                        excessive.name(),
                        excessive.reason());
                call.reply(Errno.E2BIG);
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
        version.ifPresent(call.session()::signedOn);
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
        sessions.notifyAll(call.served(Notification.Kind.POKE, 0, Optional.empty()));
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
}

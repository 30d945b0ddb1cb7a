package dev.remotenode.agent.session;

import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.ProxyMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves what a cluster node forwards: to tools on this node, and to this daemon about its end.
 * Used on the event loop.
 */
final class ForwardedMessages {

    private static final Logger log = LoggerFactory.getLogger(ForwardedMessages.class);

    private final LocalTools tools;
    private final ShutdownAnswers shutdown;

    ForwardedMessages(LocalTools tools, ShutdownAnswers shutdown) {
        this.tools = tools;
        this.shutdown = shutdown;
    }

    void serve(Call call, ProxyMessage message) {
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
}

package dev.remotenode.agent.session;

import dev.remotenode.lrmd.message.Errno;
import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.Reply;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request on its way to its reply.
 *
 * @param id the daemon-wide number of the request
 * @param messageId what the reply must echo
 */
record Call(Session session, int id, int messageId) {
    private static final Logger log = LoggerFactory.getLogger(Call.class);

    void reply(int returnCode) {
        reply(Reply.plain(messageId, id, returnCode));
    }

    void reply(Errno error) {
        reply(error.returnCode());
    }

    void reply(int returnCode, Reply.Body body) {
        reply(new Reply(messageId, id, returnCode, body));
    }

    private void reply(Reply reply) {
        log.trace("{} is answered with {}", this, reply.returnCode());
        session.send(reply);
    }

    /** What all cluster nodes are told of the request. */
    Notification.Served served(
            Notification.Kind kind, int returnCode, Optional<String> resourceId) {
        return new Notification.Served(kind, id, returnCode, resourceId);
    }

    @Override
    public String toString() {
        return "call " + id + " of " + session;
    }
}

package dev.remotenode.agent.session;

import dev.remotenode.lrmd.message.Errno;
import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.Reply;
import java.util.Optional;

/**
 * One request on its way to its reply.
 *
 * @param id the daemon-wide number of the request
 * @param messageId what the reply must echo
 */
record Call(Session session, int id, int messageId) {

    void reply(int returnCode) {
        session.send(Reply.plain(messageId, id, returnCode));
    }

    void reply(Errno error) {
        reply(error.returnCode());
    }

    void reply(int returnCode, Reply.Body body) {
        session.send(new Reply(messageId, id, returnCode, body));
    }

    /** What all cluster nodes are told of the request. */
    Notification.Served served(
            Notification.Kind kind, int returnCode, Optional<String> resourceId) {
        return new Notification.Served(kind, id, returnCode, resourceId);
    }
}

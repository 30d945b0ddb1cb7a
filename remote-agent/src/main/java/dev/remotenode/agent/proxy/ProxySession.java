package dev.remotenode.agent.proxy;

import dev.remotenode.agent.ipc.IpcClient;
import dev.remotenode.agent.session.Session;
import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.ProxyMessage;
import dev.remotenode.lrmd.xml.CarriedElement;

/**
 * One local tool and the cluster node that carries its calls; they stay together for life, also
 * when another cluster node takes over.
 *
 * @param id of the session, as the cluster node knows it
 * @param caller who the tool is
 */
record ProxySession(String id, IpcClient tool, ToolIdentity caller, Session provider) {

    void open() {
        send(new ProxyMessage.Opened(id, caller.channel()));
    }

    void request(int messageId, int flags, CarriedElement content) {
        send(
                new ProxyMessage.Requested(
                        id, caller.clientName(id), caller.user(), messageId, flags, content));
    }

    /** The tool has to wait while the cluster node does not read as fast as tools ask. */
    void keepPace() {
        tool.takeRequests(provider.takesMore());
    }

    void destroy() {
        send(new ProxyMessage.Destroyed(id));
    }

    private void send(ProxyMessage message) {
        provider.send(new Notification.Proxied(message));
    }
}

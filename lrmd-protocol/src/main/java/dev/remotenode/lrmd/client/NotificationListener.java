package dev.remotenode.lrmd.client;

import dev.remotenode.lrmd.message.Notification;

/** Hears what a daemon reports. */
@FunctionalInterface
public interface NotificationListener {

    /** Called on the client's event loop, in the order of arrival: must not block. */
    void notified(Notification notification);
}

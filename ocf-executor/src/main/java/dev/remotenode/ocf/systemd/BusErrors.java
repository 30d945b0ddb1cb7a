package dev.remotenode.ocf.systemd;

import java.util.Optional;
import java.util.Set;
import org.freedesktop.dbus.errors.NoReply;
import org.freedesktop.dbus.errors.ServiceUnknown;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.messages.Error;

/** What the errors of calls to systemd mean. */
final class BusErrors {

    private static final Set<String> NO_SUCH_UNIT =
            Set.of(
                    "org.freedesktop.systemd1.InvalidName",
                    "org.freedesktop.systemd1.LoadFailed",
                    "org.freedesktop.systemd1.NoSuchUnit");

    private BusErrors() {}

    /** There is nothing that could be started or stopped. */
    static boolean noSuchUnit(Error error) {
        return NO_SUCH_UNIT.contains(error.getName());
    }

    /** systemd left the bus, as it does for a moment when it executes itself anew. */
    static boolean systemdAway(DBusExecutionException error) {
        return error instanceof ServiceUnknown
                || (error instanceof NoReply && text(error).contains("disconnected"));
    }

    /** The connection ended under the call, which the library tells by its words alone. */
    static boolean busAway(DBusExecutionException error) {
        return text(error).contains("Underlying transport");
    }

    static String text(DBusExecutionException error) {
        return Optional.ofNullable(error.getMessage()).orElseGet(error::toString);
    }
}

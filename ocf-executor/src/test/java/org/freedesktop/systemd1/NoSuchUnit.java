package org.freedesktop.systemd1;

import org.freedesktop.dbus.exceptions.DBusExecutionException;

/** An error whose name on the bus is that of systemd's, as the library takes it from the class. */
public final class NoSuchUnit extends DBusExecutionException {

    private static final long serialVersionUID = 1;

    public NoSuchUnit(String message) {
        super(message);
    }
}

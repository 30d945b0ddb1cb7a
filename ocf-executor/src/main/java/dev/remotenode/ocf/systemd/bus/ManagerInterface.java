package dev.remotenode.ocf.systemd.bus;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.annotations.MethodNoReply;
import org.freedesktop.dbus.interfaces.DBusInterface;

/** What systemd's manager offers on the bus, as far as it is called here. */
@DBusInterfaceName(ManagerInterface.NAME)
public interface ManagerInterface extends DBusInterface {

    String NAME = "org.freedesktop.systemd1.Manager";

    /** Returns the object of a unit, which exists even if the unit has no file. */
    @DBusMemberName("LoadUnit")
    DBusPath loadUnit(String name);

    /** Reads the files of all units again, before anything that is asked for later. */
    @MethodNoReply
    @DBusMemberName("Reload")
    void reload();

    /** Asks for the signals that tell of the end of jobs. */
    @DBusMemberName("Subscribe")
    void subscribe();
}

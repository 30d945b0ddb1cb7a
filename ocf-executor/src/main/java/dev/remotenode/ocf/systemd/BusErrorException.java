package dev.remotenode.ocf.systemd;

import java.io.Serial;
import java.util.Set;

/** systemd, or the bus in its place, answered a call with an error. */
final class BusErrorException extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    private static final String OF_SYSTEMD = "org.freedesktop.systemd1.";
    private static final String OF_BUS = "org.freedesktop.DBus.Error.";

    private static final Set<String> NO_SUCH_UNIT =
            Set.of(
                    OF_SYSTEMD + "InvalidName",
                    OF_SYSTEMD + "LoadFailed",
                    OF_SYSTEMD + "NoSuchUnit");

    private final String name;

    BusErrorException(String name, String text) {
        super(text);
        this.name = name;
    }

    static BusErrorException noReply() {
        return new BusErrorException(OF_BUS + "NoReply", "systemd does not answer");
    }

    static BusErrorException unintelligible() {
        return new BusErrorException(
                OF_BUS + "InvalidArgs",
                "the answer of systemd does not have the form that it should");
    }

    /** There is nothing that could be started or stopped. */
    boolean noSuchUnit() {
        return NO_SUCH_UNIT.contains(name);
    }

    /** systemd left the bus, as it does for a moment when it executes itself anew. */
    boolean systemdAway() {
        return name.equals(OF_BUS + "ServiceUnknown")
                || (name.equals(OF_BUS + "NoReply") && getMessage().contains("disconnected"));
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    @Override
    public String toString() {
        return name + ": " + getMessage();
    }
}

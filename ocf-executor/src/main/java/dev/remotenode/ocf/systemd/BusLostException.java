package dev.remotenode.ocf.systemd;

import java.io.Serial;

/** The connection with the bus ended before a call was answered. */
final class BusLostException extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    BusLostException() {
        super("The connection with the system bus is lost");
    }
}

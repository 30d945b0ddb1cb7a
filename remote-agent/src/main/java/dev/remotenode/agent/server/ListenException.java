package dev.remotenode.agent.server;

import io.netty.channel.unix.Errors.NativeIoException;
import java.io.IOException;
import java.net.InetAddress;

/** An address cannot be listened on; the message says which, and why. */
public final class ListenException extends IOException {

    private static final long serialVersionUID = 1L;

    /** {@code EAFNOSUPPORT} and {@code EADDRNOTAVAIL} of Linux, as Netty has them. */
    private static final int NO_SUCH_FAMILY = -97;

    private static final int NOT_OF_THIS_MACHINE = -99;

    ListenException(InetAddress address, int port, Throwable cause) {
        super(
                "cannot listen on %s port %d: %s"
                        .formatted(address.getHostAddress(), port, cause.getMessage()),
                cause);
    }

    /** Whether this machine does not have the address, as opposed to: somebody else uses it. */
    public boolean isOfAnotherMachine() {
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof NativeIoException failure
                    && (failure.expectedErr() == NOT_OF_THIS_MACHINE
                            || failure.expectedErr() == NO_SUCH_FAMILY)) {
                return true;
            }
        }
        return false;
    }
}

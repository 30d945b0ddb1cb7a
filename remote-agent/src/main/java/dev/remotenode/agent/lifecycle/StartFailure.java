package dev.remotenode.agent.lifecycle;

import dev.remotenode.agent.server.ListenException;
import dev.remotenode.ocf.posix.Errno;
import dev.remotenode.ocf.posix.ErrnoException;
import java.io.IOException;
import java.net.UnknownHostException;

/** Puts into words why the daemon cannot run on this machine, and what to do about it. */
public final class StartFailure {

    private StartFailure() {}

    /** One line. */
    public static String describe(IOException failure) {
        String advice = advice(failure);
        return "Cannot run here as configured: "
                + failure.getMessage()
                + (advice.isEmpty() ? "" : "; " + advice);
    }

    private static String advice(IOException failure) {
        return switch (failure) {
            case ErrnoException taken when taken.errno() == Errno.EADDRINUSE ->
                    "Pacemaker itself or another remote daemon runs on this machine: end it, as a"
                            + " machine is either a cluster node or a remote node";
            case IOException _ when isAboutAnotherMachine(failure) ->
                    "set PCMK_remote_address to addresses of this machine";
            case ListenException _ ->
                    "end the program that has this port, often another remote daemon, or set"
                            + " PCMK_remote_port to a free one, and the same in the cluster";
            case IOException _ -> "";
        };
    }

    private static boolean isAboutAnotherMachine(IOException failure) {
        return failure.getCause() instanceof UnknownHostException
                || (failure instanceof ListenException refused && refused.isOfAnotherMachine());
    }
}

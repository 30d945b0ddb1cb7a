package dev.remotenode.agent.cli;

import dev.remotenode.lrmd.tls.HandshakeException;
import io.netty.channel.ConnectTimeoutException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Why a daemon cannot be talked to, and what to look at then. */
final class ConnectionFailures {
    private ConnectionFailures() {}

    /**
     * Waits for something that a daemon does.
     *
     * @throws CommandException if it comes to nothing, or takes too long
     */
    static <T> T await(CompletableFuture<T> result, Target target, Duration limit)
            throws CommandException {
        try {
            return result.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw explain(cause, target, limit);
        }
    }

    static CommandException explain(Throwable cause, Target target, Duration limit) {
        return switch (cause) {
            case HandshakeException handshake -> handshake(handshake, target);
            case ConnectTimeoutException timeout -> timeout(timeout, target, limit);
            case TimeoutException timeout -> timeout(timeout, target, limit);
            case NoRouteToHostException unreachable -> unreachable(unreachable, target);
            case ConnectException refused
                    when message(refused).toLowerCase(Locale.ROOT).contains("refused") ->
                    new CommandException(
                            ExitStatus.UNAVAILABLE,
                            ("nothing listens on port %d of %s: start the service pacemaker_remote"
                                            + " there, or see PCMK_remote_port and"
                                            + " PCMK_remote_address in its settings")
                                    .formatted(target.port(), target.host()),
                            refused);
            case ConnectException other -> unreachable(other, target);
            default ->
                    new CommandException(
                            ExitStatus.DISCONNECTED,
                            "the connection to %s broke: %s".formatted(target, message(cause)),
                            cause);
        };
    }

    private static CommandException timeout(Throwable cause, Target target, Duration limit) {
        return new CommandException(
                ExitStatus.TIMEOUT,
                ("%s does not answer within %s s: see that it is up, and that no firewall drops"
                                + " port %d")
                        .formatted(target.host(), Milliseconds.seconds(limit), target.port()),
                cause);
    }

    private static CommandException unreachable(Throwable cause, Target target) {
        return new CommandException(
                ExitStatus.UNAVAILABLE,
                "%s cannot be reached: %s".formatted(target, message(cause)),
                cause);
    }

    private static CommandException handshake(HandshakeException cause, Target target) {
        ExitStatus status =
                switch (cause.failure()) {
                    case KEY, IDENTITY, NO_KEY, CERTIFICATE -> ExitStatus.NOT_PERMITTED;
                    case VERSION, CIPHER_SUITE, NOT_TLS, OTHER -> ExitStatus.PROTOCOL;
                    case CLOSED -> ExitStatus.DISCONNECTED;
                    case TIMEOUT -> ExitStatus.TIMEOUT;
                };
        String advice =
                switch (cause.failure()) {
                    case KEY ->
                            "the key there is another than here, or certificates are used there:"
                                    + " copy the key of the cluster to both";
                    case IDENTITY, CERTIFICATE ->
                            "one side uses a key and the other certificates, or they do not fit:"
                                    + " see its log";
                    case NO_KEY -> "there is no key";
                    case VERSION -> "there is no version of TLS that both sides speak";
                    case CIPHER_SUITE ->
                            "the daemon agrees to no cipher suite: it has no key, or certificates"
                                    + " instead of one, or its PCMK_tls_priorities leave none";
                    case NOT_TLS -> "what listens there is no Pacemaker Remote daemon";
                    case CLOSED ->
                            "the daemon closed the connection: it has no key, or another; see its"
                                    + " log";
                    case TIMEOUT -> "it accepted the connection and then said nothing";
                    case OTHER -> "see its log";
                };
        return new CommandException(
                status,
                "the TLS handshake with %s failed: %s (%s)"
                        .formatted(target, advice, message(cause)),
                cause);
    }

    private static String message(Throwable cause) {
        return String.valueOf(cause.getMessage());
    }
}

package dev.remotenode.ocf.systemd;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.NotConnected;
import org.freedesktop.dbus.messages.Error;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.dbus.messages.constants.Flags;

/**
 * Calls to systemd over one connection, as messages: the library's proxies lose the names of
 * errors, and what they do when the connection ends under a call depends on the moment. Here it is
 * always the same exception.
 */
final class BusCalls {

    private static final String SYSTEMD = "org.freedesktop.systemd1";

    /** The library may forget a call that can have no answer any more: look again. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private static final byte NO_FLAGS = 0;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final DBusConnection connection;

    BusCalls(DBusConnection connection) {
        this.connection = connection;
    }

    /**
     * What is called.
     *
     * @param object its path
     * @param type the interface of the object
     * @param name of the method
     */
    record Method(String object, String type, String name) {}

    /**
     * Calls, and returns the first value of the answer if it has one.
     *
     * @throws BusErrorException if the answer is an error, or there is none for 20 s
     * @throws BusLostException if there can be no answer any more
     */
    Optional<Object> call(Method method, String... parameters)
            throws DBusException, BusErrorException, BusLostException {
        Message reply = reply(send(message(method, NO_FLAGS, parameters)));
        Object[] values = Optional.ofNullable(reply.getParameters()).orElseGet(() -> new Object[0]);
        Optional<Object> value = values.length == 0 ? Optional.empty() : Optional.of(values[0]);
        if (reply instanceof Error error) {
            throw new BusErrorException(error.getName(), value.orElse("").toString());
        }
        return value;
    }

    /** Calls without an answer: what is called next comes later. */
    void tell(Method method) throws DBusException, BusLostException {
        var _ = send(message(method, Flags.NO_REPLY_EXPECTED));
    }

    private MethodCall message(Method method, byte flags, String... parameters)
            throws DBusException {
        String signature = "s".repeat(parameters.length);
        return connection
                .getMessageFactory()
                .createMethodCall(
                        SYSTEMD,
                        method.object(),
                        method.type(),
                        method.name(),
                        flags,
                        signature,
                        (Object[]) parameters);
    }

    private MethodCall send(MethodCall call) throws BusLostException {
        try {
            connection.sendMessage(call);
            return call;
        } catch (NotConnected | RejectedExecutionException _) {
            // Which of the two depends on how far the library has got with the end.
            throw new BusLostException();
        }
    }

    private Message reply(MethodCall call) throws BusErrorException, BusLostException {
        long start = System.nanoTime();
        Message reply = call.getReply(LOOK_AGAIN.toMillis());
        while (reply == null && connection.isConnected()) {
            if (System.nanoTime() - start > LONGEST.toNanos()) {
                throw BusErrorException.noReply();
            }
            reply = call.getReply(LOOK_AGAIN.toMillis());
        }
        // Every message that came over the bus has a sender: this one is the library's.
        if (reply == null || reply.getSource() == null) {
            throw new BusLostException();
        }
        return reply;
    }
}

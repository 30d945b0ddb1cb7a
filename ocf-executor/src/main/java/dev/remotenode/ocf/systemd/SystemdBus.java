package dev.remotenode.ocf.systemd;

import dev.remotenode.ocf.systemd.bus.ManagerInterface;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.errors.NoReply;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBusSigHandler;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.messages.Error;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.dbus.messages.constants.MessageTypes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection with systemd over the system bus. Confined to the thread of systemd; calls wait for
 * their answer and throw {@link org.freedesktop.dbus.exceptions.DBusExecutionException} if it is an
 * error.
 */
final class SystemdBus implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SystemdBus.class);
    private static final String SYSTEMD = "org.freedesktop.systemd1";
    private static final String SYSTEMD_OBJECT = "/org/freedesktop/systemd1";
    private static final String UNIT = SYSTEMD + ".Unit";
    private static final String BUS = "org.freedesktop.DBus";

    private final DBusConnection connection;
    private final Executor thread;
    private final Jobs jobs;
    private final ManagerInterface manager;
    private String owner;

    private SystemdBus(DBusConnection connection, Executor thread, Jobs jobs) throws DBusException {
        this.connection = connection;
        this.thread = thread;
        this.jobs = jobs;
        this.manager = connection.getRemoteObject(SYSTEMD, SYSTEMD_OBJECT, ManagerInterface.class);
        // First, or news of a successor could be missed.
        hear(signal(BUS, "NameOwnerChanged").withArg0123(0, SYSTEMD), this::ownerChanged);
        hear(signal(ManagerInterface.NAME, "JobRemoved"), this::jobRemoved);
        this.owner = connection.getDBusOwnerName(SYSTEMD);
        manager.subscribe();
    }

    /**
     * Connects.
     *
     * @param address of the bus, as D-Bus writes it
     * @param thread hears of signals
     * @param jobs are told of their end
     * @throws DBusException if there is no bus, or no systemd on it
     */
    static SystemdBus connect(String address, Executor thread, Jobs jobs) throws DBusException {
        DBusConnection connection =
                DBusConnectionBuilder.forAddress(address)
                        .withShared(false)
                        .withDisconnectCallback(new LossReport(thread, jobs))
                        .build();
        try {
            return new SystemdBus(connection, thread, jobs);
        } catch (DBusException | RuntimeException e) {
            connection.disconnect();
            throw e;
        }
    }

    boolean isConnected() {
        return connection.isConnected();
    }

    ManagerInterface manager() {
        return manager;
    }

    /**
     * Queues a job, which takes the place of one that contradicts it, and returns its path; empty
     * if systemd has no such unit. Not by the interface, as the library's exceptions do not have
     * the names of systemd's errors.
     *
     * @param method such as {@code StartUnit}
     */
    Optional<String> queueJob(String method, UnitName unit) throws DBusException {
        MethodCall call =
                connection
                        .getMessageFactory()
                        .createMethodCall(
                                SYSTEMD,
                                SYSTEMD_OBJECT,
                                ManagerInterface.NAME,
                                method,
                                (byte) 0,
                                "ss",
                                unit.text(),
                                "replace");
        connection.sendMessage(call);
        Message reply = call.getReply();
        if (reply instanceof Error error) {
            if (!BusErrors.noSuchUnit(error)) {
                error.throwException();
            }
            log.info("systemd has no {} to {}: {}", unit, method, error.getName());
            return Optional.empty();
        }
        if (reply == null) {
            throw new NoReply("systemd does not answer");
        }
        return Optional.of(reply.getParameters()[0].toString());
    }

    /** The value of a property of a unit, such as {@code ActiveState}. */
    String property(DBusPath unit, String name) throws DBusException {
        return connection
                .getRemoteObject(SYSTEMD, unit.getPath(), Properties.class)
                .<Object>Get(UNIT, name)
                .toString();
    }

    @Override
    public void close() {
        connection.disconnect();
    }

    private static DBusMatchRuleBuilder signal(String type, String member) {
        return DBusMatchRuleBuilder.create()
                .withType(MessageTypes.SIGNAL)
                .withInterface(type)
                .withMember(member);
    }

    private void hear(DBusMatchRuleBuilder which, Handler handler) throws DBusException {
        DBusSigHandler<DBusSignal> posting =
                signal -> {
                    try {
                        String sender = signal.getSource();
                        Object[] parameters = signal.getParameters();
                        thread.execute(() -> handler.handle(sender, parameters));
                    } catch (DBusException e) {
                        log.warn("A signal of systemd cannot be understood", e);
                    }
                };
        // The connection ends with all its handlers.
        var _ = connection.addGenericSigHandler(which.build(), posting);
    }

    /** Any program on the bus can claim that a job is over: only systemd is believed. */
    private void jobRemoved(String sender, Object[] parameters) {
        if (sender.equals(owner) && parameters[1] instanceof DBusPath job) {
            jobs.removed(job.getPath(), parameters[3].toString());
        }
    }

    /** When systemd executes itself anew, it leaves the bus for a moment. */
    private void ownerChanged(String sender, Object[] parameters) {
        String successor = parameters[2].toString();
        if (sender.equals(BUS) && !successor.isEmpty()) {
            log.info("systemd is back on the bus");
            owner = successor;
            try {
                manager.subscribe();
            } catch (DBusExecutionException e) {
                // It remembers those who asked before.
                log.debug("systemd answers the subscription: {}", e.toString());
            }
            jobs.lost();
        }
    }

    /** What is to be done with a signal, on the thread of systemd. */
    private interface Handler {

        void handle(String sender, Object[] parameters);
    }

    /** Tells those who wait for jobs that the bus is gone. */
    private record LossReport(Executor thread, Jobs jobs) implements IDisconnectCallback {

        @Override
        public void disconnectOnError(IOException cause) {
            thread.execute(jobs::lost);
        }
    }
}

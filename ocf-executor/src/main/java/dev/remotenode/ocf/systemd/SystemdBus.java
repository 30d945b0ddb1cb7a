package dev.remotenode.ocf.systemd;

import dev.remotenode.ocf.systemd.BusCalls.Method;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusSigHandler;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.messages.constants.MessageTypes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection with systemd over the system bus. Confined to the thread of systemd; calls wait for
 * their answer.
 */
final class SystemdBus implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SystemdBus.class);
    private static final String SYSTEMD = "org.freedesktop.systemd1";
    private static final String SYSTEMD_OBJECT = "/org/freedesktop/systemd1";
    private static final String MANAGER = SYSTEMD + ".Manager";
    private static final String UNIT = SYSTEMD + ".Unit";
    private static final String BUS = "org.freedesktop.DBus";

    /** Less than the library waits between attempts: the next action is the next attempt. */
    private static final int ONE_ATTEMPT = 1;

    /** The parameters of a signal that has none. */
    private static final Object[] NOTHING = {};

    private final DBusConnection connection;
    private final Executor thread;
    private final Jobs jobs;
    private final BusCalls calls;
    private String owner;

    private SystemdBus(DBusConnection connection, Executor thread, Jobs jobs)
            throws DBusException, BusErrorException, BusLostException {
        this.connection = connection;
        this.thread = thread;
        this.jobs = jobs;
        this.calls = new BusCalls(connection);
        // First, or news of a successor could be missed.
        hear(signal(BUS, "NameOwnerChanged").withArg0123(0, SYSTEMD), this::ownerChanged);
        hear(signal(MANAGER, "JobRemoved"), this::jobRemoved);
        this.owner = connection.getDBusOwnerName(SYSTEMD);
        subscribe();
    }

    /**
     * Connects.
     *
     * @param address of the bus, as D-Bus writes it
     * @param thread hears of signals
     * @param jobs are told of their end
     * @throws DBusException if there is no bus, or no systemd on it
     */
    static SystemdBus connect(String address, Executor thread, Jobs jobs)
            throws DBusException, BusErrorException, BusLostException {
        DBusConnection connection =
                DBusConnectionBuilder.forAddress(address)
                        .withShared(false)
                        .transportConfig()
                        .withTimeout(ONE_ATTEMPT)
                        .back()
                        .withDisconnectCallback(new LossReport(thread, jobs))
                        .build();
        try {
            return new SystemdBus(connection, thread, jobs);
        } catch (DBusException | BusErrorException | BusLostException | RuntimeException e) {
            connection.disconnect();
            throw e;
        }
    }

    boolean isConnected() {
        return connection.isConnected();
    }

    /** Returns the object of a unit, which exists even if the unit has no file. */
    DBusPath load(UnitName unit) throws DBusException, BusErrorException, BusLostException {
        return BusMessages.object(calls.call(manager("LoadUnit"), unit.text()));
    }

    /** Has the files of all units read again, before anything that is asked for later. */
    void reload() throws DBusException, BusLostException {
        calls.tell(manager("Reload"));
    }

    /**
     * Queues a job, which takes the place of one that contradicts it, and returns its path.
     *
     * @param method such as {@code StartUnit}
     */
    String queueJob(String method, UnitName unit)
            throws DBusException, BusErrorException, BusLostException {
        return BusMessages.object(calls.call(manager(method), unit.text(), "replace")).getPath();
    }

    /** The value of a property of a unit, such as {@code ActiveState}. */
    String property(DBusPath unit, String name)
            throws DBusException, BusErrorException, BusLostException {
        return BusMessages.property(calls.call(propertyOf(unit), UNIT, name));
    }

    private static Method manager(String name) {
        return new Method(SYSTEMD_OBJECT, MANAGER, name);
    }

    private static Method propertyOf(DBusPath unit) {
        return new Method(unit.getPath(), "org.freedesktop.DBus.Properties", "Get");
    }

    @Override
    public void close() {
        connection.disconnect();
    }

    /** Without it, systemd does not tell of the end of jobs. */
    private void subscribe() throws DBusException, BusErrorException, BusLostException {
        calls.call(manager("Subscribe"));
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
                        Object[] parameters =
                                Objects.requireNonNullElse(signal.getParameters(), NOTHING);
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
        if (sender.equals(owner)) {
            BusMessages.jobRemoved(parameters)
                    .ifPresent(end -> jobs.removed(end.job(), end.result()));
        }
    }

    /** When systemd executes itself anew, it leaves the bus for a moment. */
    private void ownerChanged(String sender, Object[] parameters) {
        if (sender.equals(BUS)) {
            BusMessages.newOwner(parameters).ifPresent(this::back);
        }
    }

    private void back(String successor) {
        log.info("systemd is back on the bus");
        owner = successor;
        try {
            subscribe();
        } catch (BusErrorException e) {
            // It remembers those who asked before.
            log.debug("systemd answers the subscription: {}", e.toString());
        } catch (DBusException | BusLostException e) {
            log.warn("Cannot ask systemd for news of its jobs: {}", e.toString());
        }
        jobs.lost();
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

package dev.remotenode.ocf.systemd;

import java.util.Optional;
import java.util.concurrent.Executor;
import org.freedesktop.dbus.exceptions.DBusException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connection with systemd, made when it is needed. Confined to the thread of systemd. */
final class SystemdLink implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SystemdLink.class);

    private final String address;
    private final Executor thread;
    private final Jobs jobs;
    private Optional<SystemdBus> bus = Optional.empty();

    SystemdLink(String address, Executor thread, Jobs jobs) {
        this.address = address;
        this.thread = thread;
        this.jobs = jobs;
    }

    /** A connection that works as far as one can know; empty if there is none to be had. */
    Optional<SystemdBus> bus() {
        if (bus.filter(SystemdBus::isConnected).isEmpty()) {
            close();
            bus = connect();
        }
        return bus;
    }

    private Optional<SystemdBus> connect() {
        try {
            return Optional.of(SystemdBus.connect(address, thread, jobs));
        } catch (DBusException | BusErrorException | BusLostException | RuntimeException e) {
            log.warn("Cannot reach systemd over {}: {}", address, e.toString());
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        bus.ifPresent(SystemdBus::close);
        bus = Optional.empty();
    }
}

package dev.remotenode.ocf.systemd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.annotations.MethodNoReply;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.systemd1.NoSuchUnit;

/** A systemd whose units are what a test says, on a real bus. */
final class FakeSystemd implements AutoCloseable {

    private static final String PATH = "/org/freedesktop/systemd1";
    private static final String NAME = "org.freedesktop.systemd1";
    private static final String MANAGER = NAME + ".Manager";

    private final DBusConnection connection;
    private final AtomicInteger jobs = new AtomicInteger();
    private final Map<String, FakeUnit> units = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();

    FakeSystemd(PrivateBus bus) {
        try {
            connection = DBusConnectionBuilder.forAddress(bus.address()).withShared(false).build();
            connection.exportObject(PATH, new FakeManager());
            connection.requestBusName(NAME);
        } catch (DBusException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was asked for, in order. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    FakeUnit unit(String name) {
        return units.computeIfAbsent(name, this::export);
    }

    /** A program that is not systemd says that a job is over. */
    static void pretendJobIsOver(PrivateBus bus, int job) throws DBusException, IOException {
        try (DBusConnection other =
                DBusConnectionBuilder.forAddress(bus.address()).withShared(false).build()) {
            other.sendMessage(jobRemoved(job, "done"));
            // The bus has the signal when it answers.
            other.getNames();
        }
    }

    /** Leaves the bus and returns with another address, as on "daemon-reexec". */
    void executeAnew() {
        try {
            connection.releaseBusName(NAME);
            connection.requestBusName(NAME);
        } catch (DBusException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Says how a job ended. */
    void endJob(int job, String result) {
        try {
            connection.sendMessage(jobRemoved(job, result));
        } catch (DBusException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DBusSignal jobRemoved(int job, String result) throws DBusException {
        return new Manager.JobRemoved(PATH, new UInt32(job), jobPath(job), "x.service", result);
    }

    private static DBusPath jobPath(int job) {
        return new DBusPath(PATH + "/job/" + job);
    }

    private FakeUnit export(String name) {
        try {
            FakeUnit unit = new FakeUnit(PATH + "/unit/u" + units.size());
            connection.exportObject(unit.path, unit);
            return unit;
        } catch (DBusException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the signal known to the library by the name it has on the bus. */
    @DBusInterfaceName(MANAGER)
    interface Manager extends DBusInterface {

        /** A job is over. */
        final class JobRemoved extends DBusSignal {

            JobRemoved(String path, UInt32 id, DBusPath job, String unit, String result)
                    throws DBusException {
                super(path, id, job, unit, result);
            }
        }
    }

    /** A unit whose state a test sets. */
    static final class FakeUnit implements Properties {

        private final String path;
        private final AtomicInteger questions = new AtomicInteger();
        private final Map<String, String> values =
                new ConcurrentHashMap<>(
                        Map.of(
                                "ActiveState", "inactive",
                                "LoadState", "loaded",
                                "Description", "Feeds <birds> & cats"));

        FakeUnit(String path) {
            this.path = path;
        }

        void becomes(String state) {
            values.put("ActiveState", state);
        }

        /** How often its state was asked for. */
        int questions() {
            return questions.get();
        }

        /** There is no file for it. */
        void isNotThere() {
            values.put("LoadState", "not-found");
        }

        boolean isMissing() {
            return "not-found".equals(values.get("LoadState"));
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        public <A> A Get(String type, String name) {
            questions.incrementAndGet();
            return (A) new Variant<>(values.get(name));
        }

        @Override
        public <A> void Set(String type, String name, A value) {
            throw new DBusExecutionException("read-only");
        }

        @Override
        public Map<String, Variant<?>> GetAll(String type) {
            throw new DBusExecutionException("not asked for by anybody");
        }

        @Override
        public String getObjectPath() {
            return path;
        }
    }

    /** All that is called: of one name on the bus, an object can have one interface. */
    @DBusInterfaceName(MANAGER)
    public interface WholeManager extends DBusInterface {

        @DBusMemberName("LoadUnit")
        DBusPath loadUnit(String name);

        @MethodNoReply
        @DBusMemberName("Reload")
        void reload();

        @DBusMemberName("Subscribe")
        void subscribe();

        /** Returns the job that starts the unit. */
        @DBusMemberName("StartUnit")
        DBusPath startUnit(String name, String mode);

        /** Returns the job that stops the unit. */
        @DBusMemberName("StopUnit")
        DBusPath stopUnit(String name, String mode);

        /** Returns the job that restarts the unit. */
        @DBusMemberName("RestartUnit")
        DBusPath restartUnit(String name, String mode);
    }

    private final class FakeManager implements WholeManager {

        @Override
        public DBusPath loadUnit(String name) {
            return new DBusPath(unit(name).path);
        }

        @Override
        public DBusPath startUnit(String name, String mode) {
            return job("start", name, mode);
        }

        @Override
        public DBusPath stopUnit(String name, String mode) {
            return job("stop", name, mode);
        }

        @Override
        public DBusPath restartUnit(String name, String mode) {
            return job("restart", name, mode);
        }

        private DBusPath job(String verb, String name, String mode) {
            calls.add("%s %s %s".formatted(verb, name, mode));
            if (unit(name).isMissing()) {
                throw new NoSuchUnit("Unit " + name + " not found.");
            }
            return jobPath(jobs.incrementAndGet());
        }

        @Override
        public void reload() {
            calls.add("reload");
        }

        @Override
        public void subscribe() {
            calls.add("subscribe");
        }

        @Override
        public String getObjectPath() {
            return PATH;
        }
    }
}

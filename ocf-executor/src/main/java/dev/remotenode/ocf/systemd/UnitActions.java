package dev.remotenode.ocf.systemd;

import dev.remotenode.ocf.operation.ExecutionStatus;
import dev.remotenode.ocf.operation.OcfExitCode;
import dev.remotenode.ocf.operation.OperationRequest;
import dev.remotenode.ocf.operation.Result;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.exceptions.DBusException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The actions of units. Repeating any of them does no harm. */
final class UnitActions {

    private static final Logger log = LoggerFactory.getLogger(UnitActions.class);

    private final OverrideFiles overrides;

    UnitActions(OverrideFiles overrides) {
        this.overrides = overrides;
    }

    /** Does what is asked for, as far as it can be done at once. */
    Attempt attempt(SystemdBus bus, UnitName unit, OperationRequest request) {
        try {
            DBusPath object = bus.load(unit);
            return switch (request.action().toLowerCase(Locale.ROOT)) {
                case "monitor", "status" -> UnitState.of(activeState(bus, object), request);
                case "start" -> start(bus, unit);
                case "stop" -> stop(bus, unit);
                case "restart" -> job(bus, "RestartUnit", unit, missing());
                case "meta-data" -> metadata(unit, bus.property(object, "Description"));
                default ->
                        Attempt.failed(
                                OcfExitCode.UNIMPLEMENTED,
                                ExecutionStatus.ERROR,
                                "systemd units have no action '" + request.action() + "'");
            };
        } catch (BusLostException _) {
            return new Attempt.Undecided();
        } catch (BusErrorException e) {
            // It will be back in a moment, which is nothing that the cluster has to know of.
            return e.systemdAway()
                    ? new Attempt.Undecided()
                    : Attempt.failed(
                            OcfExitCode.GENERIC_ERROR, ExecutionStatus.ERROR, e.getMessage());
        } catch (DBusException e) {
            return Attempt.failed(
                    OcfExitCode.GENERIC_ERROR, ExecutionStatus.ERROR, String.valueOf(e));
        }
    }

    /** Whether systemd knows the unit from a file, be it one that forbids the unit. */
    static boolean exists(SystemdBus bus, UnitName unit) {
        try {
            String state = bus.property(bus.load(unit), "LoadState");
            return state.equals("loaded") || state.equals("masked");
        } catch (DBusException | BusErrorException | BusLostException e) {
            log.debug("systemd does not say whether there is {}: {}", unit, e.toString());
            return false;
        }
    }

    private static String activeState(SystemdBus bus, DBusPath object)
            throws DBusException, BusErrorException, BusLostException {
        return bus.property(object, "ActiveState");
    }

    private Attempt start(SystemdBus bus, UnitName unit)
            throws DBusException, BusErrorException, BusLostException {
        try {
            overrides.write(unit);
        } catch (IOException e) {
            return Attempt.failed(
                    OverrideFiles.exitCode(e),
                    ExecutionStatus.ERROR,
                    "Cannot mark " + unit + " as controlled by the cluster: " + e);
        }
        bus.reload();
        return job(bus, "StartUnit", unit, missing());
    }

    private Attempt stop(SystemdBus bus, UnitName unit)
            throws DBusException, BusErrorException, BusLostException {
        try {
            if (overrides.remove(unit)) {
                bus.reload();
            }
        } catch (IOException e) {
            log.warn("{} stays marked as controlled by the cluster: {}", unit, e.toString());
        }
        return job(bus, "StopUnit", unit, Attempt.done(OcfExitCode.OK));
    }

    private static Attempt job(
            SystemdBus bus, String method, UnitName unit, Attempt ifThereIsNoSuchUnit)
            throws DBusException, BusErrorException, BusLostException {
        try {
            return new Attempt.JobQueued(bus.queueJob(method, unit));
        } catch (BusErrorException e) {
            if (!e.noSuchUnit()) {
                throw e;
            }
            log.info("systemd has no {}: {}", unit, e.toString());
            return ifThereIsNoSuchUnit;
        }
    }

    private static Attempt missing() {
        return Attempt.failed(
                OcfExitCode.NOT_INSTALLED,
                ExecutionStatus.NOT_INSTALLED,
                "systemd does not have this unit");
    }

    private static Attempt metadata(UnitName unit, String description) {
        return Attempt.ended(
                Result.of(OcfExitCode.OK, ExecutionStatus.DONE)
                        .withOutput(Optional.of(UnitMetadata.of(unit, description))));
    }
}

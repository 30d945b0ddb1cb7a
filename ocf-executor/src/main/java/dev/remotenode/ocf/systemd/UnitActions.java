package dev.remotenode.ocf.systemd;

import dev.remotenode.ocf.operation.ExecutionStatus;
import dev.remotenode.ocf.operation.OcfExitCode;
import dev.remotenode.ocf.operation.OperationRequest;
import dev.remotenode.ocf.operation.Result;
import dev.remotenode.ocf.systemd.bus.ManagerInterface;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The actions of units. Repeating any of them does no harm. */
final class UnitActions {

    private static final Logger log = LoggerFactory.getLogger(UnitActions.class);

    /** A new job takes the place of one that contradicts it. */
    private static final String REPLACE = "replace";

    private final OverrideFiles overrides;

    UnitActions(OverrideFiles overrides) {
        this.overrides = overrides;
    }

    /** Does what is asked for, as far as it can be done at once. */
    Attempt attempt(SystemdBus bus, UnitName unit, OperationRequest request) {
        try {
            DBusPath object = bus.manager().loadUnit(unit.text());
            return switch (request.action().toLowerCase(Locale.ROOT)) {
                case "monitor", "status" -> UnitState.of(activeState(bus, object), request);
                case "start" -> start(bus.manager(), unit);
                case "stop" -> stop(bus.manager(), unit);
                case "restart" ->
                        job(() -> bus.manager().restartUnit(unit.text(), REPLACE), missing());
                case "meta-data" -> metadata(unit, bus.property(object, "Description"));
                default ->
                        Attempt.failed(
                                OcfExitCode.UNIMPLEMENTED,
                                ExecutionStatus.ERROR,
                                "systemd units have no action '" + request.action() + "'");
            };
        } catch (DBusExecutionException e) {
            if (BusErrors.busAway(e) || !bus.isConnected()) {
                return new Attempt.Undecided();
            }
            return BusErrors.systemdAway(e)
                    ? UnitState.between(request)
                    : Attempt.failed(
                            OcfExitCode.GENERIC_ERROR, ExecutionStatus.ERROR, BusErrors.text(e));
        } catch (DBusException e) {
            return Attempt.failed(
                    OcfExitCode.GENERIC_ERROR, ExecutionStatus.ERROR, String.valueOf(e));
        }
    }

    /** Whether systemd knows the unit from a file, be it one that forbids the unit. */
    static boolean exists(SystemdBus bus, UnitName unit) {
        try {
            String state = bus.property(bus.manager().loadUnit(unit.text()), "LoadState");
            return state.equals("loaded") || state.equals("masked");
        } catch (DBusExecutionException | DBusException e) {
            log.debug("systemd does not say whether there is {}: {}", unit, e.toString());
            return false;
        }
    }

    private static String activeState(SystemdBus bus, DBusPath object) throws DBusException {
        return bus.property(object, "ActiveState");
    }

    private Attempt start(ManagerInterface manager, UnitName unit) {
        try {
            overrides.write(unit);
        } catch (IOException e) {
            return Attempt.failed(exitCode(e), ExecutionStatus.ERROR, e.toString());
        }
        manager.reload();
        return job(() -> manager.startUnit(unit.text(), REPLACE), missing());
    }

    private Attempt stop(ManagerInterface manager, UnitName unit) {
        try {
            if (overrides.remove(unit)) {
                manager.reload();
            }
        } catch (IOException e) {
            log.warn("{} stays marked as controlled by the cluster: {}", unit, e.toString());
        }
        return job(() -> manager.stopUnit(unit.text(), REPLACE), Attempt.done(OcfExitCode.OK));
    }

    private static Attempt job(Supplier<DBusPath> call, Attempt ifThereIsNoSuchUnit) {
        try {
            return new Attempt.JobQueued(call.get().getPath());
        } catch (DBusExecutionException e) {
            if (BusErrors.noSuchUnit(e)) {
                log.info("{}", BusErrors.text(e));
                return ifThereIsNoSuchUnit;
            }
            throw e;
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

    private static OcfExitCode exitCode(IOException error) {
        return error instanceof AccessDeniedException
                ? OcfExitCode.INSUFFICIENT_PRIVILEGES
                : OcfExitCode.GENERIC_ERROR;
    }
}

package dev.remotenode.ocf.systemd;

import java.util.Optional;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;

/**
 * What answers and signals say. Every program on the bus may send a signal of any name with
 * whatever in it, so that nothing is taken for granted here.
 */
final class BusMessages {

    private BusMessages() {}

    /** A job that is over, by the path of its object. */
    record JobEnd(String job, String result) {}

    /** What {@code JobRemoved} says; empty if it does not have the form of that. */
    static Optional<JobEnd> jobRemoved(Object[] parameters) {
        return parameters.length > 3
                        && parameters[1] instanceof DBusPath job
                        && parameters[3] instanceof String result
                ? Optional.of(new JobEnd(job.getPath(), result))
                : Optional.empty();
    }

    /** Who has the name now that {@code NameOwnerChanged} is about, if anybody has. */
    static Optional<String> newOwner(Object[] parameters) {
        return parameters.length > 2 && parameters[2] instanceof String owner && !owner.isEmpty()
                ? Optional.of(owner)
                : Optional.empty();
    }

    /** The object that an answer names. */
    static DBusPath object(Optional<Object> answer) throws BusErrorException {
        if (answer.orElse(null) instanceof DBusPath path) {
            return path;
        }
        throw BusErrorException.unintelligible();
    }

    /** The value of a property that an answer holds, as text. */
    static String property(Optional<Object> answer) throws BusErrorException {
        if (answer.orElse(null) instanceof Variant<?> variant && variant.getValue() != null) {
            return variant.getValue().toString();
        }
        throw BusErrorException.unintelligible();
    }
}

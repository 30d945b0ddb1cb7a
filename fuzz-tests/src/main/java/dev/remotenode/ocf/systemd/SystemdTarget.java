package dev.remotenode.ocf.systemd;

import dev.remotenode.fuzz.Choices;
import dev.remotenode.fuzz.Claim;
import dev.remotenode.lrmd.xml.CarriedElement;
import dev.remotenode.lrmd.xml.XmlException;
import dev.remotenode.ocf.agent.RunEnd;
import dev.remotenode.ocf.operation.NotifyRule;
import dev.remotenode.ocf.operation.OperationRequest;
import dev.remotenode.ocf.operation.Originator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/**
 * What comes over the bus in the name of systemd, in whatever form: it is understood or refused;
 * and what a unit says of itself does not leave its place in the metadata that is made of it.
 */
public final class SystemdTarget {

    private static final int MOST_PARAMETERS = 6;

    private SystemdTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Choices choices = new Choices(input);
        switch (choices.below(4)) {
            case 0 -> signal(choices);
            case 1 -> answer(choices);
            case 2 -> state(choices);
            default -> metadata(choices);
        }
    }

    private static void signal(Choices choices) {
        Object[] parameters = new Object[choices.below(MOST_PARAMETERS)];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = value(choices);
        }
        BusMessages.jobRemoved(parameters)
                .ifPresent(end -> {
                    Claim.same(end.result(), parameters[3], "the result is the fourth");
                    Claim.that(
                            parameters[1].toString().contains(end.job()), "the job is the second");
                });
        BusMessages.newOwner(parameters)
                .ifPresent(owner -> Claim.that(!owner.isEmpty(), "an owner has a name"));
    }

    private static void answer(Choices choices) {
        Optional<Object> answer = choices.yes() ? Optional.of(value(choices)) : Optional.empty();
        try {
            var _ = BusMessages.object(answer);
            Claim.that(answer.orElseThrow() instanceof DBusPath, "an object has a path");
        } catch (BusErrorException e) {
            Claim.that(!e.noSuchUnit() && !e.systemdAway(), "this tells nothing about a unit");
        }
        try {
            var _ = BusMessages.property(answer);
            Claim.that(answer.orElseThrow() instanceof Variant, "a property is a variant");
        } catch (BusErrorException e) {
            Claim.that(!e.noSuchUnit() && !e.systemdAway(), "this tells nothing about a unit");
        }
    }

    private static void state(Choices choices) {
        String state = choices.text();
        boolean running = state.equals("active") || state.equals("reloading");
        boolean between = state.equals("activating") || state.equals("deactivating");
        Attempt attempt = UnitState.of(state, monitor(choices.yes()));
        if (!between) {
            Claim.that(
                    attempt instanceof Attempt.Ended(RunEnd.Finished(var code, var _))
                            && (code == 0) == running,
                    "a unit runs if systemd says so, and not otherwise");
        }
    }

    private static OperationRequest monitor(boolean recurring) {
        return new OperationRequest(
                "web",
                "monitor",
                recurring ? Duration.ofSeconds(1) : Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                new LinkedHashMap<>(),
                Optional.empty(),
                NotifyRule.EVERYTHING,
                new Originator("node1"));
    }

    private static void metadata(Choices choices) {
        UnitName unit = UnitName.ofType(choices.text());
        Claim.same(unit, UnitName.ofType(unit.text()), "what is the name of a unit stays that");
        String metadata = UnitMetadata.of(unit, choices.text());
        String element = metadata.substring(metadata.indexOf("<resource-agent "));
        try {
            var _ = CarriedElement.verified(element.getBytes(StandardCharsets.UTF_8));
        } catch (XmlException e) {
            throw new AssertionError("it does not hold that metadata is XML: " + metadata, e);
        }
        Claim.same(2, element.split("longdesc", -1).length - 1, "there is one description");
    }

    private static Object value(Choices choices) {
        return switch (choices.below(6)) {
            case 0 -> new DBusPath("/org/freedesktop/systemd1/job/" + choices.octet());
            case 1 -> new UInt32(choices.octet());
            case 2 -> new Variant<>(choices.text());
            case 3 -> new Variant<>(choices.octet());
            case 4 -> List.of(choices.text());
            default -> choices.text();
        };
    }
}

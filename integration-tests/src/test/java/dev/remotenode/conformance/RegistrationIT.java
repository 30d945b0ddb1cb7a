package dev.remotenode.conformance;

import static dev.remotenode.conformance.Codes.ACCEPTED;
import static dev.remotenode.conformance.Codes.EINVAL;
import static dev.remotenode.conformance.Codes.ENODEV;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lab.wire.Requests;
import dev.remotenode.lrmd.message.AgentAddress;
import dev.remotenode.lrmd.message.Notification.Kind;
import dev.remotenode.lrmd.message.Reply;
import dev.remotenode.lrmd.message.Request;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Resources become known, are looked up, replaced and forgotten. */
@ConformanceTest
class RegistrationIT {
    private static final AgentAddress DUMMY =
            new AgentAddress("ocf", Optional.of("pacemaker"), "Dummy");
    private static final AgentAddress STATEFUL =
            new AgentAddress("ocf", Optional.of("pacemaker"), "Stateful");

    @Test
    void tellsWhatAResourceWasRegisteredAs(Controller controller) {
        String id = register(controller, DUMMY);

        assertEquals(new Reply.ResourceDescription(id, DUMMY), describe(controller, id));
    }

    @Test
    void needsNoProviderForOtherStandards(Controller controller) {
        AgentAddress cron = new AgentAddress("systemd", Optional.empty(), "cron");
        String id = register(controller, cron);

        assertEquals(new Reply.ResourceDescription(id, cron), describe(controller, id));
    }

    @Test
    void takesAResourceWhoseAgentDoesNotExist(Controller controller) {
        AgentAddress nowhere = new AgentAddress("ocf", Optional.of("nobody"), "Nothing");
        String id = register(controller, nowhere);

        assertEquals(new Reply.ResourceDescription(id, nowhere), describe(controller, id));
    }

    @Test
    void takesAResourceWithoutAnAgent(Controller controller) {
        register(controller, new AgentAddress("", Optional.empty(), ""));
    }

    @Test
    @BeyondReference("2.1.5 crashes")
    void refusesAResourceWithoutAnId(Controller controller) {
        var request = new Request.RegisterResource(Optional.empty(), DUMMY, false);

        assertEquals(EINVAL, controller.returnCode(request));
    }

    @Test
    void replacesAResourceOfAnotherAgent(Controller controller) {
        String id = register(controller, DUMMY);
        registerAgain(controller, id, STATEFUL);

        assertEquals(new Reply.ResourceDescription(id, STATEFUL), describe(controller, id));
    }

    @Test
    void ignoresAResourceThatIsKnownAlready(Controller controller) {
        String id = controller.register();
        controller.completion(controller.repeat(id, "monitor", Duration.ofHours(1), "true"));

        // Not by its operations either; and case does not make it another.
        registerAgain(controller, id, new AgentAddress("OCF", Optional.of("RemoteNode"), "SCRIPT"));

        assertEquals(
                new Reply.ResourceDescription(
                        id, new AgentAddress("ocf", Optional.of("remotenode"), "Script")),
                describe(controller, id));
        assertEquals(1, Recurring.of(controller, id).operations().size());
    }

    @Test
    void doesNotKnowWhatWasNeverRegistered(Controller controller) {
        assertEquals(
                ENODEV,
                controller.returnCode(
                        new Request.ResourceInfo(Optional.of(Controller.unusedId()))));
        assertEquals(ENODEV, controller.returnCode(new Request.ResourceInfo(Optional.empty())));
    }

    @Test
    void forgets(Controller controller) {
        String id = register(controller, DUMMY);

        assertEquals(ACCEPTED, controller.returnCode(Requests.unregister(id)));

        assertEquals(ENODEV, controller.returnCode(new Request.ResourceInfo(Optional.of(id))));
    }

    @Test
    void forgetsWhatItNeverKnewAndSaysSo(Controller controller) {
        String id = Controller.unusedId();

        assertEquals(ACCEPTED, controller.returnCode(Requests.unregister(id)));

        assertEquals(ACCEPTED, controller.served(Kind.RESOURCE_UNREGISTERED, id).returnCode());
    }

    @Test
    void cannotForgetWithoutAnId(Controller controller) {
        assertEquals(
                ENODEV, controller.returnCode(new Request.UnregisterResource(Optional.empty())));
    }

    @Test
    void tellsEverybody(StandaloneNode node, Controller controller) {
        try (Controller listener = Controller.signedOn(node)) {
            String id = register(controller, DUMMY);
            controller.returnCode(Requests.unregister(id));

            for (Controller hearing : List.of(controller, listener)) {
                hearing.served(Kind.RESOURCE_REGISTERED, id);
                hearing.served(Kind.RESOURCE_UNREGISTERED, id);
            }
        }
    }

    private static String register(Controller controller, AgentAddress agent) {
        String id = Controller.unusedId();
        registerAgain(controller, id, agent);
        return id;
    }

    private static void registerAgain(Controller controller, String id, AgentAddress agent) {
        controller.register(new Request.RegisterResource(Optional.of(id), agent, false));
    }

    private static Reply.Body describe(Controller controller, String id) {
        return controller.peer().ask(new Request.ResourceInfo(Optional.of(id))).body();
    }
}

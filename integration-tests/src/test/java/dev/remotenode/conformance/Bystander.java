package dev.remotenode.conformance;

import static dev.remotenode.conformance.Codes.DONE;
import static dev.remotenode.conformance.Codes.OK;
import static dev.remotenode.conformance.Controller.assertEnded;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.wire.ClusterPeer;
import dev.remotenode.lrmd.message.Request;
import java.time.Duration;

/** An honest cluster node with a monitored resource, while somebody else misbehaves. */
final class Bystander implements AutoCloseable {
    private final StandaloneNode node;
    private final Controller controller;
    private final int monitor;

    Bystander(StandaloneNode node) {
        this.node = node;
        controller = Controller.signedOn(node);
        monitor =
                controller.repeat(controller.register(), "monitor", Duration.ofMillis(20), "true");
    }

    /** Its monitor goes on, it is answered at once, and so is a newcomer. */
    void assertServed() {
        controller.soFar();
        assertEnded(DONE, OK, controller.completion(monitor));
        try (ClusterPeer newcomer = node.connect()) {
            newcomer.ask(new Request.Poke());
        }
    }

    @Override
    public void close() {
        controller.close();
    }
}

package dev.remotenode.agent.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.agent.session.RecordingOutlet;
import dev.remotenode.agent.session.Session;
import dev.remotenode.agent.session.Sessions;
import dev.remotenode.agent.session.Standing;
import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.ProxyMessage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShutdownTest {

    private final List<String> events = new ArrayList<>();
    private final Sessions sessions = new Sessions();
    private final Shutdown shutdown =
            new Shutdown(
                    sessions,
                    () -> events.add("stops listening"),
                    status -> events.add("exit " + status));
    private final RecordingOutlet outlet = new RecordingOutlet();
    private final Session provider = new Session(outlet, Standing.CLUSTER_NODE);

    @Test
    void endsAtOnceWithoutACluster() {
        shutdown.request();
        assertEquals(List.of("exit 0"), events);
    }

    @Test
    void asksTheClusterAndWaitsUntilItHasGone() {
        connect();
        shutdown.request();
        assertEquals(List.of("stops listening"), events);
        assertEquals(
                List.of(new Notification.Proxied(new ProxyMessage.ShutdownRequest())),
                outlet.take());

        shutdown.acknowledged();
        assertEquals(List.of("stops listening"), events);

        disconnect();
        assertEquals(List.of("stops listening", "exit 0"), events);
    }

    @Test
    void endsWhenTheClusterRefuses() {
        connect();
        shutdown.request();
        shutdown.refused();
        assertEquals(List.of("stops listening", "exit 0"), events);
    }

    @Test
    void asksOnceHoweverOftenItIsTold() {
        connect();
        shutdown.request();
        outlet.take();
        shutdown.request();
        shutdown.acknowledged();
        shutdown.request();
        assertTrue(outlet.take().isEmpty());
        assertEquals(List.of("stops listening"), events);
    }

    @Test
    void goesOnWhileAnotherProviderIsThere() {
        connect();
        Session other = new Session(new RecordingOutlet(), Standing.CLUSTER_NODE);
        sessions.opened(other);
        sessions.addProvider(other);
        shutdown.request();
        disconnect();
        assertEquals(List.of("stops listening"), events);
    }

    @Test
    void ignoresAnswersThatNobodyAskedFor() {
        connect();
        shutdown.acknowledged();
        shutdown.refused();
        disconnect();
        assertEquals(List.of(), events);
    }

    private void connect() {
        sessions.opened(provider);
        sessions.addProvider(provider);
    }

    private void disconnect() {
        sessions.closed(provider);
        shutdown.providerClosed();
    }
}

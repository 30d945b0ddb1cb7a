package dev.remotenode.agent.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.agent.StandingClock;
import dev.remotenode.agent.session.RecordingOutlet;
import dev.remotenode.agent.session.Session;
import dev.remotenode.agent.session.Sessions;
import dev.remotenode.agent.session.Standing;
import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.ProxyMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShutdownTest {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Notification REQUEST =
            new Notification.Proxied(new ProxyMessage.ShutdownRequest());

    private final List<String> events = new ArrayList<>();
    private final Sessions sessions = new Sessions();
    private final StandingClock clock = new StandingClock();
    private final Shutdown shutdown = shutdown(Optional.empty());
    private final RecordingOutlet outlet = new RecordingOutlet();
    private final Session provider = new Session(outlet, Standing.CLUSTER_NODE);
    private final RecordingOutlet otherOutlet = new RecordingOutlet();
    private final Session other = new Session(otherOutlet, Standing.CLUSTER_NODE);

    @Test
    void endsAtOnceWithoutACluster() {
        shutdown.request();
        assertEquals(List.of("ends", "exit 0"), take());
    }

    @Test
    void asksTheClusterAndWaitsUntilItHasGone() {
        connect(provider);
        shutdown.request();
        assertEquals(List.of("stops listening", "waits"), take());
        assertEquals(List.of(REQUEST), outlet.take());

        shutdown.acknowledged();
        assertEquals(List.of(), take());

        disconnect(provider);
        assertEquals(List.of("ends", "exit 0"), take());
    }

    @Test
    void waitsForEverIfNobodyAnswersAndNoLimitIsSet() {
        connect(provider);
        shutdown.request();
        take();
        clock.advance(Duration.ofDays(1000));
        assertEquals(List.of(), take());
    }

    @Test
    void endsWhenTheClusterRefuses() {
        connect(provider);
        shutdown.request();
        shutdown.refused();
        assertEquals(List.of("stops listening", "waits", "ends", "exit 0"), take());
    }

    @Test
    void asksOnceHoweverOftenItIsTold() {
        connect(provider);
        shutdown.request();
        outlet.take();
        shutdown.request();
        shutdown.acknowledged();
        shutdown.request();
        assertTrue(outlet.take().isEmpty());
        assertEquals(List.of("stops listening", "waits"), take());
    }

    @Test
    void anInterruptAsksAndAnotherOneEnds() {
        connect(provider);
        shutdown.insist();
        assertEquals(List.of(REQUEST), outlet.take());
        assertEquals(List.of("stops listening", "waits"), take());
        shutdown.insist();
        assertEquals(List.of("ends", "exit 0"), take());
        shutdown.insist();
        disconnect(provider);
        assertEquals(List.of(), take());
    }

    @Test
    void asksTheNextNewestIfTheOneAskedIsLost() {
        connect(other);
        connect(provider);
        shutdown.request();
        assertEquals(List.of(), otherOutlet.take());
        shutdown.acknowledged();
        take();

        disconnect(provider);
        assertEquals(List.of(REQUEST), otherOutlet.take());
        assertEquals(List.of("waits"), take());

        disconnect(other);
        assertEquals(List.of("ends", "exit 0"), take());
    }

    @Test
    void goesOnIfAnotherOneThanTheOneAskedIsLost() {
        connect(other);
        connect(provider);
        shutdown.request();
        outlet.take();
        take();
        disconnect(other);
        assertEquals(List.of(), outlet.take());
        assertEquals(List.of(), take());
    }

    @Test
    void ignoresAnswersThatNobodyAskedFor() {
        connect(provider);
        shutdown.acknowledged();
        shutdown.refused();
        disconnect(provider);
        assertEquals(List.of(), take());
    }

    @Test
    void doesNotWaitLongerThanItMay() {
        Shutdown limited = shutdown(Optional.of(LIMIT));
        connect(provider);
        limited.request();
        limited.acknowledged();
        clock.advance(LIMIT.minusMillis(1));
        assertEquals(List.of("stops listening", "waits"), take());
        clock.advance(Duration.ofMillis(1));
        assertEquals(List.of("ends", "exit 0"), take());
    }

    @Test
    void theLimitMeansNothingOnceTheClusterHasGone() {
        Shutdown limited = shutdown(Optional.of(LIMIT));
        connect(provider);
        limited.request();
        limited.refused();
        take();
        clock.advance(LIMIT);
        assertEquals(List.of(), take());
    }

    private Shutdown shutdown(Optional<Duration> limit) {
        ShutdownObserver observer =
                new ShutdownObserver() {
                    @Override
                    public void waitingFor(Session asked) {
                        events.add("waits");
                    }

                    @Override
                    public void ended(String reason) {
                        events.add("ends");
                    }
                };
        return new Shutdown(
                sessions,
                clock,
                limit,
                observer,
                () -> events.add("stops listening"),
                status -> events.add("exit " + status));
    }

    private List<String> take() {
        List<String> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    private void connect(Session session) {
        sessions.opened(session);
        sessions.addProvider(session);
    }

    private void disconnect(Session session) {
        sessions.closed(session);
        shutdown.providerClosed(session);
    }
}

package dev.remotenode.agent;

import dev.remotenode.ocf.schedule.EventLoop;
import dev.remotenode.ocf.schedule.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** An event loop of the calling thread, whose clock stands still until it is told to advance. */
public final class StandingClock implements EventLoop {

    private final PriorityQueue<Alarm> alarms =
            new PriorityQueue<>(Comparator.comparing(Alarm::time).thenComparingInt(Alarm::number));
    private Duration elapsed = Duration.ZERO;
    private int alarmsSet;

    private record Alarm(Duration time, int number, Runnable task) {}

    /** Runs it at once. */
    @Override
    public void execute(Runnable task) {
        task.run();
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        Alarm alarm = new Alarm(elapsed.plus(delay), alarmsSet++, task);
        alarms.add(alarm);
        return () -> alarms.remove(alarm);
    }

    @Override
    public long nanoTime() {
        return elapsed.toNanos();
    }

    @Override
    public Instant now() {
        return Instant.EPOCH.plus(elapsed);
    }

    /** Lets time pass, and does what is due in it. */
    public void advance(Duration step) {
        Duration end = elapsed.plus(step);
        while (!alarms.isEmpty() && alarms.peek().time().compareTo(end) <= 0) {
            Alarm alarm = alarms.remove();
            elapsed = alarm.time();
            alarm.task().run();
        }
        elapsed = end;
    }
}

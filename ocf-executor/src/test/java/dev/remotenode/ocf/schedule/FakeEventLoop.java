package dev.remotenode.ocf.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/** An event loop whose clock stands still until it is told to advance. */
final class FakeEventLoop implements EventLoop {

    private static final Instant START = Instant.ofEpochSecond(1000);

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final PriorityQueue<Alarm> alarms =
            new PriorityQueue<>(Comparator.comparing(Alarm::time).thenComparingInt(Alarm::number));
    private Duration elapsed = Duration.ZERO;
    private int alarmsSet;

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
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
        return START.plus(elapsed);
    }

    void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    void advance(Duration step) {
        Duration end = elapsed.plus(step);
        while (!alarms.isEmpty() && alarms.peek().time().compareTo(end) <= 0) {
            Alarm alarm = alarms.remove();
            elapsed = alarm.time();
            alarm.task().run();
            runTasks();
        }
        elapsed = end;
    }

    private record Alarm(Duration time, int number, Runnable task) {}
}

package dev.remotenode.ocf.process;

import dev.remotenode.ocf.agent.CommandLine;
import dev.remotenode.ocf.posix.Processes;
import dev.remotenode.ocf.posix.Signals;
import java.lang.foreign.Arena;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that owns all children of the daemon: it starts them, reads what they write and
 * reaps them, so that nobody else ever waits for one.
 */
final class Children implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Children.class);
    private static final long STACK_SIZE = 512 * 1024;

    private final AgentSettings settings;
    private final Queue<Runnable> launches = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> urgent = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(null, this::run, "children", STACK_SIZE);
    private volatile Optional<Poller> poller = Optional.empty();
    private volatile boolean closed;
    private Optional<Nursery> nursery = Optional.empty();
    private Optional<OrphanReaper> orphans = Optional.empty();

    /** Starts the thread, which links the C functions it needs while the caller goes on. */
    Children(AgentSettings settings) {
        this.settings = settings;
        thread.setDaemon(true);
        thread.start();
    }

    /** Runs a task that may {@link #spawn}, after those submitted before. From any thread. */
    void submit(Runnable launch) {
        launches.add(launch);
        wakeUp();
    }

    /** Runs a task before everything else, such as a kill. From any thread. */
    void submitUrgent(Runnable task) {
        urgent.add(task);
        wakeUp();
    }

    /** Starts a child, from within a submitted task. */
    Optional<ChildProcess> spawn(CommandLine command, KillScope scope, ChildObserver observer) {
        Optional<ChildProcess> child = nursery.orElseThrow().spawn(command, scope, observer);
        child.ifPresent(own -> orphans.ifPresent(reaper -> reaper.spare(own)));
        return child;
    }

    /** Reaps orphans, too, see {@link ProcessAgentRunner#adoptOrphans}. */
    void adoptOrphans(Consumer<Runnable> onChildEnd) {
        // On the thread, because the first thing it does is to take the signal's handler away.
        submit(() -> {
            OrphanReaper reaper = new OrphanReaper(nursery.orElseThrow().scratch());
            orphans = Optional.of(reaper);
            onChildEnd.accept(() -> submitUrgent(reaper::reap));
            reaper.reap();
        });
    }

    /** Does what is urgent and ends the thread; children are left alone, launches are dropped. */
    @Override
    public void close() {
        closed = true;
        wakeUp();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        Optional<Poller> last = poller;
        // Who still calls finds no poller rather than a closed one.
        poller = Optional.empty();
        last.ifPresent(Poller::close);
    }

    /** A thread that has no poller yet looks at the queues once it has. */
    private void wakeUp() {
        poller.ifPresent(Poller::wakeUp);
    }

    private void run() {
        // Whoever started the daemon may have ignored it, and then the kernel reaps our children.
        Signals.restoreDefault(Signals.SIGCHLD);
        // Agents get no part of a priority that the daemon was given.
        Processes.setOwnNice(0);
        try (Arena arena = Arena.ofShared()) {
            Poller own = new Poller();
            nursery = Optional.of(new Nursery(settings, own, arena));
            poller = Optional.of(own);
            while (!closed) {
                turn(own);
            }
            runUrgent();
        }
    }

    /** One launch at most between two looks at the children, so that a burst delays no exit. */
    private void turn(Poller own) {
        runUrgent();
        Runnable launch = launches.poll();
        if (launch == null) {
            guarded(own::await);
        } else {
            guarded(launch);
            guarded(own::poll);
        }
    }

    private void runUrgent() {
        for (Runnable task = urgent.poll(); task != null; task = urgent.poll()) {
            guarded(task);
        }
    }

    /** The thread outlives whatever goes wrong with one child. */
    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | OutOfMemoryError e) {
            log.error("Lost track of a child process", e);
        }
    }
}

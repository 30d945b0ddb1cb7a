package dev.remotenode.agent.background;

import dev.remotenode.ocf.posix.Processes;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Where things are done that take too long for the event loop, such as files: one after the other,
 * on a thread that is there only while there is something to do, and keeps nobody from ending.
 */
public final class Background {

    private static final int IDLE_SECONDS = 1;

    private Background() {}

    /** A thread of this name, with as much right to a processor as the event loop has. */
    public static ExecutorService oneAtATime(String name) {
        return oneAtATime(new DefaultThreadFactory(name, true));
    }

    /**
     * The same for work of seconds, which leaves the processors to the event loop.
     *
     * @param nice how much it yields, as of {@code nice(2)}
     */
    public static ExecutorService oneAtATime(String name, int nice) {
        ThreadFactory threads = new DefaultThreadFactory(name, true);
        return oneAtATime(work ->
                threads.newThread(() -> {
                    Processes.setOwnNice(nice);
                    work.run();
                }));
    }

    private static ExecutorService oneAtATime(ThreadFactory threads) {
        ThreadPoolExecutor single =
                new ThreadPoolExecutor(
                        1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        single.allowCoreThreadTimeOut(true);
        return single;
    }
}

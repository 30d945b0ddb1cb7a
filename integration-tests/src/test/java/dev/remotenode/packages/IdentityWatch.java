package dev.remotenode.packages;

import dev.remotenode.lab.host.Host;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** Looks at a process without a pause, which is some ten thousand times as often as sbd does. */
final class IdentityWatch implements AutoCloseable {
    private final Path process;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CompletableFuture<List<ProcessIdentity>> seen;
    private volatile boolean over;

    private IdentityWatch(Path process) {
        this.process = process;
        seen = CompletableFuture.supplyAsync(this::look);
    }

    /** Begins to look; returns after the first look. */
    static IdentityWatch begin(Host host, String process) throws InterruptedException {
        var watch = new IdentityWatch(host.file("/proc/" + process));
        watch.begun.await();
        return watch;
    }

    private List<ProcessIdentity> look() {
        var views = new ArrayList<ProcessIdentity>();
        try {
            while (!over) {
                var view = ProcessIdentity.of(process);
                if (views.isEmpty() || !views.getLast().equals(view)) {
                    views.add(view);
                }
                begun.countDown();
            }
        } finally {
            begun.countDown();
        }
        return views;
    }

    /** Ends the watch, and returns each view that differed from the one before, oldest first. */
    List<ProcessIdentity> end() {
        over = true;
        return seen.join();
    }

    @Override
    public void close() {
        over = true;
    }
}

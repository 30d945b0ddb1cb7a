package dev.remotenode.ocf.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Replies that wait until a killed agent is gone, so that clients hear of the cancellation first.
 */
final class DeferredReplies {

    /** A process in uninterruptible sleep outlives SIGKILL; clients wait 10 s for a reply. */
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final EventLoop loop;
    private final List<Runnable> replies = new ArrayList<>();
    private Optional<Timer> limit = Optional.empty();
    private boolean limitOver;

    DeferredReplies(EventLoop loop) {
        this.loop = loop;
    }

    void add(Runnable reply) {
        replies.add(reply);
        if (limitOver) {
            sendAll();
        } else if (limit.isEmpty()) {
            limit = Optional.of(loop.schedule(LIMIT, this::giveUp));
        }
    }

    /** The agent is gone. */
    void release() {
        limit.ifPresent(Timer::cancel);
        limit = Optional.empty();
        limitOver = false;
        sendAll();
    }

    private void giveUp() {
        limitOver = true;
        sendAll();
    }

    private void sendAll() {
        List<Runnable> due = List.copyOf(replies);
        replies.clear();
        due.forEach(Runnable::run);
    }
}

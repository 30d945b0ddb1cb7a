package dev.remotenode.ocf.systemd;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who waits for which job. Confined to the thread of systemd: the news that a job is over waits
 * there until the call that queued the job has returned, so it cannot come too early.
 */
final class Jobs {

    private final Map<String, JobListener> waiting = new HashMap<>();

    void await(String path, JobListener listener) {
        waiting.put(path, listener);
    }

    /** Not to wait any more, as when time is over. */
    void forget(JobListener listener) {
        waiting.values().remove(listener);
    }

    void removed(String path, String result) {
        Optional.ofNullable(waiting.remove(path)).ifPresent(listener -> listener.ended(result));
    }

    void lost() {
        List<JobListener> listeners = List.copyOf(waiting.values());
        waiting.clear();
        listeners.forEach(JobListener::lost);
    }
}

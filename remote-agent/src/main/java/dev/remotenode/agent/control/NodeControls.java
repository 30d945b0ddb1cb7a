package dev.remotenode.agent.control;

import java.time.Duration;
import java.util.Optional;

/** What operators may change. Called on the event loop. */
public interface NodeControls {

    /** Begins the graceful stop; with a deadline, the cluster is waited for no longer than that. */
    void drain(Optional<Duration> deadline);

    /** Logs debug messages, or does not. */
    void setDebug(boolean on);

    /** What is logged now: {@code info} or {@code debug}. */
    String logLevel();

    /**
     * Looks at once whether the key file has changed.
     *
     * @param forgetReplaced whether keys that were replaced are refused from now on
     * @return what came of it, in a sentence; empty if this node has no key but certificates
     */
    Optional<String> readKey(boolean forgetReplaced);
}

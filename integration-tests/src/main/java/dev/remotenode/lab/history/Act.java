package dev.remotenode.lab.history;

import java.time.Duration;

/**
 * A step of a story: something was done to the cluster, and came to the end that was waited for.
 *
 * @param from since the recording began
 */
public record Act(String title, Duration from, Duration taken) {}

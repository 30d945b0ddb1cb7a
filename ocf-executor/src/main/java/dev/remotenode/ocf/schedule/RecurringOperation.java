package dev.remotenode.ocf.schedule;

import java.time.Duration;

/**
 * A recurring operation that has been started at least once.
 *
 * @param timeout as first requested, zero means none
 */
public record RecurringOperation(String action, Duration interval, Duration timeout) {}

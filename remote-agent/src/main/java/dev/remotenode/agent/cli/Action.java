package dev.remotenode.agent.cli;

import dev.remotenode.lrmd.message.AgentAddress;
import java.time.Duration;
import java.util.SequencedMap;

/**
 * Something for an agent to do.
 *
 * @param name such as {@code monitor}
 * @param parameters of the resource
 * @param timeout when the daemon ends it
 */
record Action(
        AgentAddress agent,
        String name,
        SequencedMap<String, String> parameters,
        Duration timeout) {}

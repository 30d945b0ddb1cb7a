package dev.remotenode.agent.fencing;

import java.time.Duration;
import java.util.Optional;
import java.util.SequencedMap;

/** What is asked of the fencer about one device, which has the id of its resource. */
sealed interface FencerRequest {

    String device();

    /**
     * Use this device from now on. Doing so twice does no harm.
     *
     * @param agent the fence agent, such as {@code fence_ipmilan}
     * @param namespace of the agent, if the cluster gave one
     */
    record Register(
            String device,
            String agent,
            Optional<String> namespace,
            SequencedMap<String, String> parameters)
            implements FencerRequest {}

    /** Do not use it any more. Doing so twice does no harm. */
    record Remove(String device) implements FencerRequest {}

    /**
     * Have its agent see whether it can be reached.
     *
     * @param timeout after which the fencer ends the agent; zero means never
     */
    record Monitor(String device, Duration timeout) implements FencerRequest {}
}

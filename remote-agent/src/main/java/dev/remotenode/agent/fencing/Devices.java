package dev.remotenode.agent.fencing;

import java.util.HashMap;
import java.util.Map;

/**
 * What is known of the devices without asking: whether they have been started from here. Used on
 * the event loop.
 */
final class Devices {

    private final Map<String, FencerAnswer> byResource = new HashMap<>();

    /** The answer to a probe. */
    FencerAnswer known(String resourceId) {
        return byResource.getOrDefault(resourceId, FencerAnswer.NOT_STARTED);
    }

    void started(String resourceId) {
        byResource.put(resourceId, FencerAnswer.SUCCESS);
    }

    /** It has been stopped, or its resource is gone. */
    void forget(String resourceId) {
        byResource.remove(resourceId);
    }

    /**
     * Nobody knows whether the fencer still has what was registered, until it is started or stopped
     * again.
     */
    void connectionLost() {
        byResource.replaceAll((_, _) -> FencerAnswer.LOST_CONNECTION);
    }
}

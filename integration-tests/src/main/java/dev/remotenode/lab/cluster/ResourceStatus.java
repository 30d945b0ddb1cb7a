package dev.remotenode.lab.cluster;

import java.util.List;

/**
 * A resource as {@code crm_mon} shows it.
 *
 * @param role {@code Started} or {@code Stopped}, or {@code Starting} and the like on the way
 * @param failed whether it is active in a failed state
 * @param nodes where it is active
 */
public record ResourceStatus(String id, String role, boolean failed, List<String> nodes) {
    boolean isStarted() {
        return role.equals("Started") && !failed && nodes.size() == 1;
    }

    boolean isStopped() {
        return role.equals("Stopped") && nodes.isEmpty();
    }
}

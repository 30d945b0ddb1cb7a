package dev.remotenode.lab.cluster;

import java.util.List;

/**
 * A resource as {@code crm_mon} shows it.
 *
 * @param role for instance {@code Started}
 * @param failed whether it is active in a failed state
 * @param nodes where it is active
 */
public record ResourceStatus(String id, String role, boolean failed, List<String> nodes) {
    boolean isStartedOn(String node) {
        return role.equals("Started") && !failed && nodes.equals(List.of(node));
    }
}

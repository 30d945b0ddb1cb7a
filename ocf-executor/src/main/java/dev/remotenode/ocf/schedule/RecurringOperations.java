package dev.remotenode.ocf.schedule;

import java.util.List;

/** The recurring operations of one registered resource. */
public record RecurringOperations(String resourceId, List<RecurringOperation> operations) {

    public RecurringOperations {
        operations = List.copyOf(operations);
    }
}

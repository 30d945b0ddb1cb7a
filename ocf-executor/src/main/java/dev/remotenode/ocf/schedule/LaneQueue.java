package dev.remotenode.ocf.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The operations of a resource that wait for their turn, first come, first served. */
final class LaneQueue {

    private final List<Operation> operations = new ArrayList<>();

    void add(Operation operation) {
        operations.add(operation);
    }

    void remove(Operation operation) {
        operations.remove(operation);
    }

    /**
     * The operation whose turn it is. A start delay holds up the operations accepted later, but not
     * the repetitions of those already started.
     */
    Optional<Operation> next() {
        boolean delayed = false;
        for (Operation operation : operations) {
            if (operation.state() instanceof OperationState.Delayed) {
                delayed = true;
            } else if (!delayed || !isNew(operation)) {
                return Optional.of(operation);
            }
        }
        return Optional.empty();
    }

    /** The operations that have never run, in order of acceptance. */
    List<Operation> newOperations() {
        return operations.stream().filter(LaneQueue::isNew).toList();
    }

    Optional<Operation> findNew(String action, Duration interval) {
        return operations.stream()
                .filter(LaneQueue::isNew)
                .filter(operation -> operation.matchesPending(action, interval))
                .findFirst();
    }

    private static boolean isNew(Operation operation) {
        return !(operation.state() instanceof OperationState.Blocked);
    }
}

package dev.remotenode.agent.lifecycle;

import dev.remotenode.ocf.schedule.OperationUnderWay;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What goes on here for the cluster.
 *
 * @param resources that are active as far as their agents have said, by their ids
 * @param operations whose agents run now
 */
record Activity(SequencedSet<String> resources, List<OperationUnderWay> operations) {

    /** Such as {@code 1 resource}. */
    String count() {
        return resources.size() == 1 ? "1 resource" : resources.size() + " resources";
    }

    /** With names, what their agents do, and for how long. */
    String detailsWithTimes() {
        return details(OperationUnderWay::toString);
    }

    /** With names, and what their agents do. */
    String details() {
        return details(operation -> operation.action() + " of " + operation.resourceId());
    }

    private String details(Function<OperationUnderWay, String> words) {
        String names =
                resources.isEmpty()
                        ? "no resource is active"
                        : "active: " + String.join(", ", resources);
        String running = operations.stream().map(words).collect(Collectors.joining(", "));
        return running.isEmpty() ? names : names + "; under way: " + running;
    }

    /** Whether the same goes on, however long by now. */
    boolean isSame(Activity other) {
        return details().equals(other.details());
    }
}

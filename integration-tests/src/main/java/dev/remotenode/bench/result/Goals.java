package dev.remotenode.bench.result;

import java.util.List;

/** What the project wants to reach, on a machine with two processors. */
final class Goals {
    private Goals() {}

    static List<Goal> of(Quantity quantity) {
        return switch (quantity) {
            case Metric metric -> of(metric);
            case Tool tool -> of(tool);
        };
    }

    private static List<Goal> of(Metric metric) {
        return switch (metric) {
            case POKE -> List.of(Goal.median(0.5), Goal.tail(2));
            case ACTION -> List.of(Goal.median(2), Goal.tail(6));
            case THROUGHPUT -> List.of(Goal.median(2000), Goal.median(2, Place.THEIRS));
            case CONNECTION -> List.of(Goal.median(10));
            case START -> List.of(Goal.median(200), Goal.worst(300));
            case RESIDENT -> List.of(Goal.median(56));
            case PRIVATE -> List.of(Goal.median(28));
            case WAKE_UPS_CONNECTED, WAKE_UPS_ALONE -> List.of(Goal.median(0));
            case RESOURCES_STARTED -> List.of(Goal.median(1.1, Place.MEMBER));
            case PROCESSOR, PROCESSOR_CONNECTED, PROCESSOR_ALONE -> List.of();
        };
    }

    private static List<Goal> of(Tool tool) {
        return switch (tool) {
            case CRM_MON, CIBADMIN, CRM_ATTRIBUTE -> List.of(Goal.median(2, Place.MEMBER));
            case ATTRD_UPDATER, STONITH_ADMIN, CRM_RESOURCE, CRM_NODE, CRMADMIN, CRM_FAILCOUNT ->
                    List.of();
        };
    }
}

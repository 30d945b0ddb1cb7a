package dev.remotenode.conformance;

import dev.remotenode.lrmd.message.Reply;
import dev.remotenode.lrmd.message.Reply.RecurringOperations;
import dev.remotenode.lrmd.message.Reply.ResourceOperations;
import dev.remotenode.lrmd.message.Request;
import java.util.List;
import java.util.Optional;

/** What the daemon lists as recurring. */
final class Recurring {
    private Recurring() {}

    /** The operations of one resource. */
    static ResourceOperations of(Controller controller, String id) {
        return of(controller, Optional.of(id)).getFirst();
    }

    /** The operations of all resources. */
    static List<ResourceOperations> all(Controller controller) {
        return of(controller, Optional.empty());
    }

    private static List<ResourceOperations> of(Controller controller, Optional<String> id) {
        return switch (controller.peer().ask(new Request.GetRecurring(id)).body()) {
            case RecurringOperations listed -> listed.resources();
            case Reply.Plain _ -> List.of();
            case Reply.Registered unexpected -> throw new AssertionError(unexpected);
            case Reply.ResourceDescription unexpected -> throw new AssertionError(unexpected);
        };
    }
}

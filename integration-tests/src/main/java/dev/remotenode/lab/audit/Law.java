package dev.remotenode.lab.audit;

import java.util.stream.Stream;

/** What must hold of every history. */
interface Law {
    /** Where it does not. */
    Stream<Violation> violations(History history);
}

package dev.remotenode.lab.audit;

import java.util.Optional;

/** A run, as far as its agent has told of it. */
record Execution(Event.Begun begun, Optional<Event.Ended> ended) {
    Run run() {
        return begun.run();
    }

    String ticket() {
        return run().ticket();
    }
}

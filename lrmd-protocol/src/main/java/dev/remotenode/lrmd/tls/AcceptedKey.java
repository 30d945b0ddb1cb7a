package dev.remotenode.lrmd.tls;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A key that lets a peer in.
 *
 * @param until when it will no longer do so, for one that has been replaced
 */
public record AcceptedKey(PreSharedKey key, Optional<Instant> until) {

    /** The key that is in force. */
    public static AcceptedKey inForce(PreSharedKey key) {
        return new AcceptedKey(key, Optional.empty());
    }

    boolean isAcceptedAt(Instant now) {
        return until.isEmpty() || until.get().isAfter(now);
    }

    /** For the log. */
    String description() {
        return until.map(end ->
                        "the previous pre-shared key, accepted until "
                                + end.truncatedTo(ChronoUnit.SECONDS))
                .orElse("the pre-shared key");
    }
}

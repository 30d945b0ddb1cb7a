package dev.remotenode.lrmd.tls;

import java.util.Optional;

/** Where handshakes get the key from, at the moment they need it. */
@FunctionalInterface
public interface KeySource {

    /** The key now, if there is one. Called on the event loop for each handshake: must be quick. */
    Optional<PreSharedKey> current();
}

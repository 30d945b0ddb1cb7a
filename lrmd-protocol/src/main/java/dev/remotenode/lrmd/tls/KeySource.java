package dev.remotenode.lrmd.tls;

import java.util.List;

/** Where handshakes get keys from, at the moment they need them. */
@FunctionalInterface
public interface KeySource {

    /**
     * The keys that count now: the one in force, then those it has replaced of late. Called on the
     * event loop for each connection: must be quick.
     */
    List<AcceptedKey> accepted();
}

package dev.remotenode.ocf.operation;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * A client's wish to tell somebody outside of the cluster of an event.
 *
 * @param path of the program that does it
 * @param timeout of the program; zero means none
 * @param environment what the program is told, on top of the environment of the daemon
 */
public record Alert(
        String id, String path, Duration timeout, SequencedMap<String, String> environment) {

    public Alert {
        environment = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(environment));
    }
}

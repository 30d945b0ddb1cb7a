package dev.remotenode.agent.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** For whom a command writes. */
enum OutputFormat {
    /** For people, line by line as things happen. */
    TEXT,
    /** For programs, one document at the end. */
    XML,
    /** The same in JSON. */
    JSON;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(OutputFormat::label).toList();
    }

    static Optional<OutputFormat> labelled(String label) {
        return Arrays.stream(values()).filter(format -> format.label().equals(label)).findFirst();
    }
}

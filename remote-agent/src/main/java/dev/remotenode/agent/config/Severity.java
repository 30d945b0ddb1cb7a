package dev.remotenode.agent.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The severities of syslog, most severe first, under the names that Pacemaker gives them. */
public enum Severity {
    EMERG(0),
    ALERT(1),
    CRIT(2),
    ERROR(3),
    WARNING(4),
    NOTICE(5),
    INFO(6),
    DEBUG(7);

    private final int code;

    Severity(int code) {
        this.code = code;
    }

    /** The severity of that name, in any case; empty if there is none. */
    public static Optional<Severity> named(String name) {
        return Arrays.stream(values())
                .filter(severity -> severity.label().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The name as it stands in a log line and in {@code PCMK_logpriority}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The number that syslog sends, 0 for the most severe. */
    public int code() {
        return code;
    }
}

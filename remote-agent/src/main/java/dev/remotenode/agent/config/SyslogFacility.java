package dev.remotenode.agent.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The syslog facilities that {@code PCMK_logfacility} may name. */
public enum SyslogFacility {
    USER(1),
    DAEMON(3),
    LOCAL0(16),
    LOCAL1(17),
    LOCAL2(18),
    LOCAL3(19),
    LOCAL4(20),
    LOCAL5(21),
    LOCAL6(22),
    LOCAL7(23);

    private final int code;

    SyslogFacility(int code) {
        this.code = code;
    }

    /** The facility of that name, in any case; empty if there is none. */
    public static Optional<SyslogFacility> named(String name) {
        return Arrays.stream(values())
                .filter(facility -> facility.label().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The name as it stands in {@code PCMK_logfacility}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The number that syslog sends (RFC 5424, table 1). */
    public int code() {
        return code;
    }
}

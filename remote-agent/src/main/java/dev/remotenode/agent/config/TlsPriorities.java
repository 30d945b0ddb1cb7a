package dev.remotenode.agent.config;

import dev.remotenode.lrmd.tls.PriorityString;
import dev.remotenode.lrmd.tls.TlsPolicy;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the operator has said about versions of TLS and cipher suites. */
public final class TlsPriorities {

    private static final Logger log = LoggerFactory.getLogger(TlsPriorities.class);

    private TlsPriorities() {}

    /**
     * Reads it, and warns of words that have no effect.
     *
     * @throws IOException if it cannot be used: another policy might be less strict than the one
     *     that is wanted
     */
    public static TlsPolicy read(SecuritySettings settings) throws IOException {
        PriorityString.Reading reading = reading(settings);
        complaint(reading).ifPresent(log::warn);
        return reading.policy();
    }

    /** What is wrong with it, if anything is. */
    static Optional<String> complaint(SecuritySettings settings) {
        try {
            return complaint(reading(settings));
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> complaint(PriorityString.Reading reading) {
        return reading.ignored().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Words of %s that have no effect here: %s"
                                .formatted(
                                        Settings.TLS_PRIORITIES.name(),
                                        String.join(" ", reading.ignored())));
    }

    private static PriorityString.Reading reading(SecuritySettings settings) throws IOException {
        try {
            PriorityString.Reading reading = PriorityString.read(settings.tlsPriorities());
            boolean usable =
                    settings.certificates().isPresent()
                            ? reading.policy().allowsCertificates()
                            : reading.policy().allowsSharedKey();
            if (!usable) {
                throw unusable(settings, "it leaves no cipher suite that this daemon has");
            }
            return reading;
        } catch (PriorityString.Unusable e) {
            throw unusable(settings, String.valueOf(e.getMessage()));
        }
    }

    private static IOException unusable(SecuritySettings settings, String reason) {
        return new IOException(
                "%s has the value '%s', which cannot be used: %s"
                        .formatted(
                                Settings.TLS_PRIORITIES.name(), settings.tlsPriorities(), reason));
    }
}

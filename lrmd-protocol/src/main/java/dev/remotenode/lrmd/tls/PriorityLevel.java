package dev.remotenode.lrmd.tls;

import dev.remotenode.lrmd.tls.TlsPolicy.Version;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one word of GnuTLS's language for priorities stands for on its own, as far as this daemon
 * has it.
 *
 * @param versions that count if the word is the first
 * @param traits what a suite may be made of
 */
record PriorityLevel(Set<Version> versions, Set<String> traits) {

    private static final Set<Version> EVERY_VERSION = Set.of(Version.values());
    private static final PriorityLevel EVERYTHING =
            new PriorityLevel(EVERY_VERSION, Set.copyOf(SuiteTraits.all()));

    /** Keys of AES with 256 bits: ChaCha20 has no others. */
    private static final PriorityLevel LONG_KEYS =
            new PriorityLevel(
                    EVERY_VERSION, without("AES-128-GCM", "AES-128-CCM", "AES-128-CBC", "SHA1"));

    /** The level of that name, in upper case; empty if it is none. */
    static Optional<PriorityLevel> named(String word) {
        return switch (word) {
            case "NORMAL", "PERFORMANCE", "LEGACY", "PFS", "SECURE128", "SECURE" ->
                    Optional.of(EVERYTHING);
            case "SECURE192", "SECURE256" -> Optional.of(LONG_KEYS);
            case "SUITEB128" -> Optional.of(suiteB("AES-128-GCM", "AES-256-GCM"));
            case "SUITEB192" -> Optional.of(suiteB("AES-256-GCM"));
            default -> Optional.empty();
        };
    }

    private static PriorityLevel suiteB(String... ciphers) {
        Set<String> traits = new HashSet<>(List.of(ciphers));
        traits.addAll(List.of("AEAD", "ECDHE-ECDSA"));
        return new PriorityLevel(Set.of(Version.TLS_1_2), traits);
    }

    private static Set<String> without(String... missing) {
        Set<String> traits = new HashSet<>(SuiteTraits.all());
        traits.removeAll(List.of(missing));
        return traits;
    }
}

package dev.remotenode.lrmd.tls;

import dev.remotenode.lrmd.tls.TlsPolicy.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads which versions and suites are wanted in the language of GnuTLS, as far as it has a meaning
 * here. The order of its words does not: the daemon's own order decides, as if {@code
 * %SERVER_PRECEDENCE} were given.
 */
public final class PriorityString {

    /** What GnuTLS knows by these words, this daemon does not have: taking it away is in order. */
    private static final Pattern ABSENT =
            Pattern.compile(
                    "VERS-(TLS1\\.[01]|SSL3\\.0|DTLS(0\\.9|1\\.[02])|DTLS-ALL)"
                            + "|(3DES|RC2-40|DES|CAMELLIA-(128|192|256)|AES-192)-(CBC|GCM)"
                            + "|AES-(128|256)-CCM-8|ARCFOUR-(128|40)|NULL|SALSA20-256"
                            + "|MD5|RMD160|SHA256|SHA384|UMAC-(96|128)|GOST[0-9A-Z-]*"
                            + "|RSA|RSA-PSK|ECDHE-PSK|RSA-EXPORT|DHE-DSS|SRP(-RSA|-DSS)?"
                            + "|ANON-(EC)?DH|COMP-[A-Z-]+|VKO-GOST-12");

    /** What this daemon leaves to its TLS library. */
    private static final Pattern WITHOUT_EFFECT =
            Pattern.compile("(GROUP|CURVE|SIGN|CTYPE)-[A-Z0-9.-]+");

    private final Set<Version> versions = EnumSet.noneOf(Version.class);
    private final Set<String> traits = new HashSet<>();
    private final List<String> ignored = new ArrayList<>();

    private PriorityString() {}

    /**
     * What became of a string.
     *
     * @param policy what it asks for
     * @param ignored words of it that have no effect here
     */
    public record Reading(TlsPolicy policy, List<String> ignored) {}

    /** A string means nothing; the message says why. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String message) {
            super(message);
        }
    }

    /**
     * Reads a string, to which Pacemaker adds what its pre-shared key needs.
     *
     * @throws Unusable if GnuTLS would not take it either
     */
    public static Reading read(String text) throws Unusable {
        PriorityString string = new PriorityString();
        String[] words = text.toUpperCase(Locale.ROOT).split(":", -1);
        string.begin(words[0].strip());
        for (String word : List.of(words).subList(1, words.length)) {
            string.apply(word.strip());
        }
        string.traits.addAll(List.of("DHE-PSK", "PSK"));
        return new Reading(
                new TlsPolicy(string.versions, string.traits), List.copyOf(string.ignored));
    }

    /** The first word says what the others change. */
    private void begin(String word) throws Unusable {
        if (word.startsWith("@")) {
            // A policy of the system, which is GnuTLS's own; a comma precedes what else to use.
            String[] policy = word.split(",", 2);
            ignored.add(policy[0]);
            begin(policy.length > 1 ? policy[1] : "NORMAL");
            return;
        }
        if (word.equals("NONE")) {
            return;
        }
        level(word).ifPresent(level -> versions.addAll(level.versions()));
        apply(word);
    }

    private void apply(String word) throws Unusable {
        Optional<PriorityLevel> level = level(word);
        if (level.isPresent()) {
            traits.addAll(level.get().traits());
        } else if (word.startsWith("%")) {
            if (!word.equals("%SERVER_PRECEDENCE") && !word.equals("%NO_TICKETS")) {
                ignored.add(word);
            }
        } else if (word.startsWith("+")) {
            select(word, word.substring(1), true);
        } else if (word.startsWith("-") || word.startsWith("!")) {
            select(word, word.substring(1), false);
        } else {
            throw new Unusable("'" + word + "' has no meaning there");
        }
    }

    private static Optional<PriorityLevel> level(String word) {
        return PriorityLevel.named(word.startsWith("+") ? word.substring(1) : word);
    }

    private void select(String word, String name, boolean wanted) throws Unusable {
        switch (name) {
            case "VERS-TLS1.3" -> change(versions, List.of(Version.TLS_1_3), wanted);
            case "VERS-TLS1.2" -> change(versions, List.of(Version.TLS_1_2), wanted);
            case "VERS-ALL", "VERS-TLS-ALL" -> change(versions, List.of(Version.values()), wanted);
            case "CIPHER-ALL" -> change(traits, SuiteTraits.ciphers(), wanted);
            case "MAC-ALL" -> change(traits, SuiteTraits.macs(), wanted);
            case "KX-ALL" -> change(traits, SuiteTraits.keyExchanges(), wanted);
            default -> {
                if (SuiteTraits.all().contains(name)) {
                    change(traits, List.of(name), wanted);
                } else {
                    ignore(word, name, wanted);
                }
            }
        }
    }

    private void ignore(String word, String name, boolean wanted) throws Unusable {
        boolean absent = ABSENT.matcher(name).matches();
        if (!absent && !WITHOUT_EFFECT.matcher(name).matches()) {
            throw new Unusable("'" + word + "' has no meaning");
        }
        if (!absent || wanted) {
            ignored.add(word);
        }
    }

    private static <T> void change(Set<T> set, Collection<T> elements, boolean wanted) {
        if (wanted) {
            set.addAll(elements);
        } else {
            set.removeAll(elements);
        }
    }
}

package dev.remotenode.lrmd.tls;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.remotenode.lrmd.tls.PriorityString.Unusable;
import dev.remotenode.lrmd.tls.TlsPolicy.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What GnuTLS itself understands by a string, as its own tool has it. */
class PriorityStringGnutlsTest {

    private static final Path TOOL = Path.of("/usr/bin/gnutls-cli");

    /** Name, both bytes of the number, lowest version. */
    private static final Pattern SUITE =
            Pattern.compile("(?m)^TLS_\\S+\\s+0x(..), 0x(..)\\s+TLS1\\..$");

    /** All that this daemon has. */
    private static final Set<Integer> OURS =
            Stream.of(CipherSuites.all(), CertificateSuites.all())
                    .flatMapToInt(IntStream::of)
                    .boxed()
                    .collect(toCollection(TreeSet::new));

    @BeforeAll
    static void requireTheTool() {
        assumeTrue(Files.isExecutable(TOOL), TOOL + " is missing (Debian: gnutls-bin)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NORMAL",
                "PERFORMANCE",
                "LEGACY",
                "PFS",
                "SECURE",
                "SECURE128",
                "SECURE192",
                "SECURE256",
                "SUITEB128",
                "SUITEB192",
                "+NORMAL",
                "normal:-vers-tls1.3",
                "NORMAL: -VERS-TLS1.3",
                "NORMAL:-VERS-ALL:+VERS-TLS1.3",
                "NORMAL:-VERS-ALL:+VERS-TLS1.2",
                "NORMAL:-VERS-TLS1.0:-VERS-TLS1.1:%SERVER_PRECEDENCE",
                "NORMAL:-KX-ALL",
                "NORMAL:-KX-ALL:+ECDHE-RSA",
                "NORMAL:-DHE-PSK:-PSK",
                "NORMAL:-ECDHE-ECDSA:-DHE-RSA",
                "NORMAL:-CIPHER-ALL:+AES-128-GCM",
                "NORMAL:-CIPHER-ALL:+CHACHA20-POLY1305:+AES-256-CBC",
                "NORMAL:-AES-128-CBC:-AES-256-CBC",
                "NORMAL:-MAC-ALL:+AEAD",
                "NORMAL:-SHA1",
                "NORMAL:-AEAD",
                "NORMAL:-SHA384:-3DES-CBC:-ARCFOUR-128",
                "NORMAL:+CURVE-ALL:%COMPAT",
                "NORMAL:SECURE256",
                "NORMAL:-VERS-TLS1.3:SECURE256",
                "SECURE256:NORMAL",
                "SECURE256:+SHA1",
                "SECURE256:+AES-128-GCM",
                "SUITEB128:+NORMAL",
                "SUITEB128:+SHA1",
                "SUITEB128:+VERS-ALL",
                "SUITEB192:+VERS-TLS1.3:+CHACHA20-POLY1305",
                "NONE:+VERS-TLS1.2:+AES-256-CBC:+SHA1:+GROUP-ALL:+SIGN-ALL",
                "NONE:+VERS-ALL:+CIPHER-ALL:+MAC-ALL:+KX-ALL:+GROUP-ALL:+SIGN-ALL",
            })
    void meansTheSame(String text) throws Exception {
        TlsPolicy policy = PriorityString.read(text).policy();
        int[] agreed = policy.among(OURS.stream().mapToInt(Integer::intValue).toArray());
        assertEquals(
                names(suitesOfGnutls(text)),
                names(IntStream.of(agreed).boxed().collect(toCollection(TreeSet::new))));
    }

    /**
     * GnuTLS gives TLS 1.3 up rather than go without 1.2 between it and 1.1, which nobody wants who
     * writes this: the one difference.
     */
    @Test
    void staysWithTheNewestVersion() throws Exception {
        String text = "NORMAL:-VERS-TLS1.2";
        assertFalse(list(text).output().contains("VERS-TLS1.3"));
        assertEquals(Set.of(Version.TLS_1_3), PriorityString.read(text).policy().versions());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "NOMRAL",
                "NORMAL:",
                "NORMAL::-VERS-TLS1.2",
                "NORMAL,-VERS-TLS1.2",
                "NORMAL:VERS-TLS1.3",
                "NORMAL:-VERS-TLS1.9",
                "NORMAL:+AES-512-GCM",
                "NORMAL:NONE",
                "NORMAL:+NONE",
                "NORMAL:-SECURE256",
                "!NORMAL",
            })
    void isWrongToBoth(String text) throws Exception {
        assertThrows(Unusable.class, () -> PriorityString.read(text));
        assertNotEquals(0, list(text).exitStatus());
    }

    private static Set<Integer> suitesOfGnutls(String text) throws Exception {
        Listing listing = list(text);
        assertEquals(0, listing.exitStatus(), listing.output());
        return SUITE.matcher(listing.output())
                .results()
                .map(match -> HexFormat.fromHexDigits(match.group(1) + match.group(2)))
                .filter(OURS::contains)
                .filter(suite -> listing.output().contains(version(suite)))
                .collect(toCollection(TreeSet::new));
    }

    /** The tool lists suites of TLS 1.2 for older versions too. */
    private static String version(int suite) {
        return SuiteTraits.isTls13(suite) ? "VERS-TLS1.3" : "VERS-TLS1.2";
    }

    private record Listing(int exitStatus, String output) {}

    /** Asks for what Pacemaker would have GnuTLS use. */
    private static Listing list(String priorities) throws IOException, InterruptedException {
        Process tool =
                new ProcessBuilder(
                                TOOL.toString(),
                                "--list",
                                "--priority",
                                priorities + ":+DHE-PSK:+PSK")
                        .redirectErrorStream(true)
                        .start();
        try (var output = tool.inputReader()) {
            String text = output.readAllAsString();
            return new Listing(tool.waitFor(), text);
        }
    }

    private static Set<String> names(Set<Integer> suites) {
        return suites.stream().map("%04x"::formatted).collect(toCollection(TreeSet::new));
    }
}

package dev.remotenode.lrmd.tls;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.remotenode.lrmd.tls.PriorityString.Unusable;
import dev.remotenode.lrmd.tls.TlsPolicy.Version;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bouncycastle.tls.CipherSuite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriorityStringTest {

    @ParameterizedTest
    @ValueSource(strings = {"NORMAL", "PFS", "SECURE128", "NORMAL:%SERVER_PRECEDENCE:-VERS-SSL3.0"})
    void takesEverything(String text) throws Unusable {
        TlsPolicy policy = PriorityString.read(text).policy();
        assertEquals(TlsPolicy.NORMAL, policy);
        assertArrayEquals(CipherSuites.all(), policy.among(CipherSuites.all()));
        assertEquals(List.of(), PriorityString.read(text).ignored());
    }

    @Test
    void takesVersionsAwayAndBack() throws Unusable {
        assertEquals(Set.of(Version.TLS_1_2), versions("NORMAL:-VERS-TLS1.3"));
        assertEquals(Set.of(Version.TLS_1_3), versions("NORMAL:-VERS-ALL:+VERS-TLS1.3"));
        assertEquals(Set.of(Version.TLS_1_3), versions("normal:!vers-tls1.2"));
    }

    @Test
    void leavesLongKeysOnly() throws Unusable {
        assertEquals(
                Set.of(
                        CipherSuite.TLS_CHACHA20_POLY1305_SHA256,
                        CipherSuite.TLS_DHE_PSK_WITH_CHACHA20_POLY1305_SHA256,
                        CipherSuite.TLS_DHE_PSK_WITH_AES_256_GCM_SHA384,
                        CipherSuite.TLS_DHE_PSK_WITH_AES_256_CCM,
                        CipherSuite.TLS_PSK_WITH_CHACHA20_POLY1305_SHA256,
                        CipherSuite.TLS_PSK_WITH_AES_256_GCM_SHA384,
                        CipherSuite.TLS_PSK_WITH_AES_256_CCM),
                suites("SECURE256"));
    }

    @Test
    void selectsCiphers() throws Unusable {
        assertEquals(
                Set.of(CipherSuite.TLS_AES_128_GCM_SHA256),
                suites("NORMAL:-CIPHER-ALL:+AES-128-GCM:-VERS-TLS1.2"));
        assertEquals(
                Set.of(
                        CipherSuite.TLS_DHE_PSK_WITH_AES_256_CBC_SHA,
                        CipherSuite.TLS_PSK_WITH_AES_256_CBC_SHA),
                suites("NONE:+VERS-TLS1.2:+AES-256-CBC:+SHA1"));
    }

    /** As Pacemaker appends the key exchanges that its key needs. */
    @Test
    void cannotTakeThePreSharedKeyAway() throws Unusable {
        assertEquals(suites("NORMAL"), suites("NORMAL:-KX-ALL"));
    }

    @Test
    void tellsWhatHasNoEffect() throws Unusable {
        assertEquals(
                List.of("@SYSTEM", "+VERS-TLS1.0", "-GROUP-X25519", "%COMPAT"),
                PriorityString.read(
                                "@SYSTEM,NORMAL:+VERS-TLS1.0:-GROUP-X25519:%COMPAT:-3DES-CBC:-ARCFOUR-128")
                        .ignored());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "NOMRAL | 'NOMRAL' has no meaning there",
                "NORMAL: | '' has no meaning there",
                "NORMAL:VERS-TLS1.3 | 'VERS-TLS1.3' has no meaning there",
                "NORMAL:-VERS-TLS1.9 | '-VERS-TLS1.9' has no meaning",
                "NORMAL:+AES-512-GCM | '+AES-512-GCM' has no meaning",
            })
    void refusesWhatIsWrong(String text, String reason) {
        Unusable refusal = assertThrows(Unusable.class, () -> PriorityString.read(text));
        assertEquals(reason, refusal.getMessage());
    }

    @Test
    void maySayThatNothingIsWantedThatThisDaemonHas() throws Unusable {
        assertUsable(false, false, "NORMAL:-VERS-ALL:+VERS-TLS1.0");
        assertUsable(false, false, "NONE");
        assertUsable(false, true, "NORMAL:-CIPHER-ALL:+AES-256-GCM:-VERS-TLS1.2");
        assertUsable(true, false, "NORMAL:-KX-ALL:-VERS-TLS1.3");
    }

    private static void assertUsable(boolean withKey, boolean withCertificates, String text)
            throws Unusable {
        TlsPolicy policy = PriorityString.read(text).policy();
        assertEquals(withKey, policy.allowsSharedKey(), text);
        assertEquals(withCertificates, policy.allowsCertificates(), text);
    }

    private static Set<Version> versions(String text) throws Unusable {
        return PriorityString.read(text).policy().versions();
    }

    private static Set<Integer> suites(String text) throws Unusable {
        return Arrays.stream(PriorityString.read(text).policy().among(CipherSuites.all()))
                .boxed()
                .collect(toSet());
    }
}

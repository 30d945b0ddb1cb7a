package dev.remotenode.lrmd.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lrmd.pki.IssuedCertificate;
import dev.remotenode.lrmd.pki.TestAuthority;
import dev.remotenode.lrmd.tls.ClientIdentity.Versions;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CertificateHandshakeTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir private Path folder = Path.of("");
    private final TestAuthority authority = TestAuthority.named("Cluster CA");

    @ParameterizedTest
    @CsvSource({
        "RSA, RSA, TLS_1_3_AND_1_2, TLS 1.3",
        "RSA, EC, ONLY_TLS_1_2, TLS 1.2",
        "EC, RSA, ONLY_TLS_1_2, TLS 1.2",
        "EC, EC, TLS_1_3_AND_1_2, TLS 1.3",
        "Ed25519, Ed25519, TLS_1_3_AND_1_2, TLS 1.3",
        "Ed25519, EC, ONLY_TLS_1_2, TLS 1.2",
    })
    void agreesWithAPeerOfTheSameAuthority(
            String ourKey, String peersKey, Versions offered, String agreed) throws Exception {
        Side server = server(node("guest1", ourKey));
        Side client = client(node("node1", peersKey), offered);
        Side.exchange(client, server);

        assertEquals(List.of(), server.failures);
        assertEquals(List.of(agreed), server.versions());
        assertEquals(List.of("certificate CN=node1"), server.peers());
        assertEquals(List.of("certificate CN=guest1"), client.peers());
        client.channel.writeOutbound(Unpooled.copiedBuffer("question", StandardCharsets.UTF_8));
        Side.exchange(client, server);
        assertEquals("question", server.received());
    }

    @ParameterizedTest
    @EnumSource
    void refusesAPeerOfAnotherAuthority(Versions versions) throws Exception {
        TestAuthority other = TestAuthority.named("Other CA");
        PemFolder stranger =
                new PemFolder(folder.resolve("stranger"))
                        .trusting(authority)
                        .with(other.issue("node1"));
        assertRefused(
                "the peer's certificate CN=node1 does not come from a CA in "
                        + node("guest1", "EC").paths().authorities()
                        + " (its issuer is CN=Other CA)",
                node("guest1", "EC"),
                stranger,
                versions);
    }

    /** The name of a CA is public: only its key counts. */
    @Test
    void refusesAPeerOfANamesake() throws Exception {
        TestAuthority other = TestAuthority.named("Cluster CA");
        PemFolder stranger =
                new PemFolder(folder.resolve("stranger"))
                        .trusting(authority)
                        .with(other.issue("node1"));
        Side server = server(node("guest1", "EC"));
        Side.exchange(client(stranger, Versions.TLS_1_3_AND_1_2), server);
        assertEquals(1, server.failures.size());
        assertTrue(server.failures.getFirst().contains("does not come from a CA"));
        assertFalse(server.channel.isOpen());
    }

    @ParameterizedTest
    @EnumSource
    void refusesAnExpiredCertificate(Versions versions) throws Exception {
        Instant end = Instant.parse("2021-02-03T04:05:06Z");
        PemFolder late = node("late", authority.issue("node1", "EC", end));
        assertRefused(
                "the peer's certificate CN=node1 expired at 2021-02-03T04:05:06Z",
                node("guest1", "EC"),
                late,
                versions);
    }

    @Test
    void refusesACertificateOfTheFuture() throws Exception {
        Instant start = Instant.parse("2101-02-03T04:05:06Z");
        PemFolder early = node("early", authority.issue("node1", "EC", start, start.plus(DAY)));
        assertRefused(
                "the peer's certificate CN=node1 is not valid before 2101-02-03T04:05:06Z",
                node("guest1", "EC"),
                early,
                Versions.TLS_1_3_AND_1_2);
    }

    @Test
    void refusesEverybodyOnceTheAuthorityHasExpired() throws Exception {
        TestAuthority old = TestAuthority.named("Old CA", Instant.parse("2021-02-03T04:05:06Z"));
        PemFolder ours =
                new PemFolder(folder.resolve("ours")).trusting(old).with(old.issue("guest1"));
        assertRefused(
                "the CA certificate CN=Old CA expired at 2021-02-03T04:05:06Z",
                ours,
                new PemFolder(folder.resolve("peer")).trusting(authority).with(old.issue("node1")),
                Versions.TLS_1_3_AND_1_2,
                authority.issue("guest1"));
    }

    @ParameterizedTest
    @EnumSource
    void refusesARevokedCertificate(Versions versions) throws Exception {
        IssuedCertificate revoked = authority.issue("node1");
        IssuedCertificate good = authority.issue("node2");
        PemFolder ours =
                node("guest1", "EC").revoking(authority.revoking(Instant.now().plus(DAY), revoked));

        Side server = server(ours);
        Side.exchange(client(node("node1", revoked), versions), server);
        assertEquals(1, server.failures.size());
        assertTrue(
                server.failures
                        .getFirst()
                        .startsWith(
                                "the peer's certificate CN=node1 (serial number "
                                        + revoked.certificate().getSerialNumber().toString(16)
                                        + ") was revoked at "),
                server.failures.getFirst());
        assertFalse(server.channel.isOpen());

        Side again = server(ours);
        Side.exchange(client(node("node2", good), versions), again);
        assertEquals(1, again.versions().size());
    }

    /** The list says nothing of the time after it, but what it says stays true. */
    @Test
    void goesOnUsingAnOutdatedListOfRevokedCertificates() throws Exception {
        IssuedCertificate revoked = authority.issue("node1");
        PemFolder ours =
                node("guest1", "EC")
                        .revoking(authority.revoking(Instant.now().minus(DAY), revoked));
        Side server = server(ours);
        Side.exchange(client(node("node1", revoked), Versions.TLS_1_3_AND_1_2), server);
        assertTrue(server.failures.getFirst().contains("was revoked"));

        Side again = server(ours);
        Side.exchange(client(node("node2", "EC"), Versions.TLS_1_3_AND_1_2), again);
        assertEquals(1, again.versions().size());
    }

    @Test
    void followsIntermediateAuthorities() throws Exception {
        TestAuthority issuing = authority.intermediate("Issuing CA");
        Side server = server(node("guest1", issuing.issue("guest1")));
        Side client = client(node("node1", issuing.issue("node1")), Versions.TLS_1_3_AND_1_2);
        Side.exchange(client, server);
        assertEquals(List.of("certificate CN=node1"), server.peers());
    }

    /** A certificate of a node is none of a CA, whoever signed it. */
    @Test
    void refusesACertificateIssuedByANode() throws Exception {
        PemFolder ours = node("guest1", "EC");
        TestAuthority pretender = TestAuthority.named("node2");
        IssuedCertificate made = pretender.issue("node1");
        IssuedCertificate withPath =
                new IssuedCertificate(
                        made.certificate(),
                        made.key(),
                        List.of(authority.issue("node2").certificate()));
        Side server = server(ours);
        Side.exchange(client(node("node1", withPath), Versions.TLS_1_3_AND_1_2), server);
        assertTrue(server.failures.getFirst().contains("does not come from a CA"));
    }

    @Test
    void refusesAPeerWithAPreSharedKeyOnly() throws Exception {
        Side server = server(node("guest1", "EC"));
        Side client =
                new Side(
                        TlsHandler.client(
                                ClientIdentity.of(new PreSharedKey(new byte[32])), TIMEOUT));
        Side.exchange(client, server);
        assertEquals(1, server.failures.size());
        assertTrue(server.versions().isEmpty());
        assertFalse(server.channel.isOpen());
    }

    @Test
    void isRefusedByAServerWithAPreSharedKeyOnly() throws Exception {
        Side server =
                new Side(
                        TlsHandler.server(
                                new Authentication.SharedKey(() ->
                                        List.of(
                                                AcceptedKey.inForce(
                                                        new PreSharedKey(new byte[32])))),
                                TIMEOUT));
        Side.exchange(client(node("node1", "EC"), Versions.TLS_1_3_AND_1_2), server);
        assertEquals(List.of("the peer offers no pre-shared key"), server.failures);
    }

    @Test
    void saysThatThePeerDoesNotAcceptOurCertificate() throws Exception {
        TestAuthority other = TestAuthority.named("Other CA");
        PemFolder ours =
                new PemFolder(folder.resolve("ours"))
                        .trusting(authority)
                        .with(other.issue("guest1"));
        Side server = server(ours);
        Side.exchange(client(node("node1", "EC"), Versions.TLS_1_3_AND_1_2), server);
        assertEquals(
                List.of(
                        "the peer refused it (unknown_ca: it does not accept this side's"
                                + " certificate)"),
                server.failures);
    }

    private void assertRefused(String reason, PemFolder ours, PemFolder peer, Versions versions)
            throws Exception {
        Side server = server(ours);
        Side.exchange(client(peer, versions), server);
        assertEquals(List.of(reason), server.failures);
        assertTrue(server.versions().isEmpty());
        assertFalse(server.channel.isOpen());
    }

    /** With a certificate of ours that the peer accepts. */
    private void assertRefused(
            String reason,
            PemFolder ours,
            PemFolder peer,
            Versions versions,
            IssuedCertificate presented)
            throws Exception {
        assertRefused(reason, ours.with(presented), peer, versions);
    }

    private PemFolder node(String name, String keyKind) {
        return node(name, authority.issue(name, keyKind, Instant.now().plus(DAY.multipliedBy(99))));
    }

    private PemFolder node(String name, IssuedCertificate certificate) {
        return new PemFolder(folder.resolve(name)).trusting(authority).with(certificate);
    }

    private static Side server(PemFolder files) throws CertificateFileException {
        NodeCertificates loaded = files.load();
        return new Side(TlsHandler.server(new Authentication.X509(() -> loaded), TIMEOUT));
    }

    private static Side client(PemFolder files, Versions versions) throws CertificateFileException {
        return new Side(
                TlsHandler.client(new CertificateIdentity(files.load(), versions), TIMEOUT));
    }
}

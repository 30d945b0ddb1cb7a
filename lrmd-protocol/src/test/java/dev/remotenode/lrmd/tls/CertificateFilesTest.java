package dev.remotenode.lrmd.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.remotenode.lrmd.pki.IssuedCertificate;
import dev.remotenode.lrmd.pki.TestAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateFilesTest {

    private static final Duration DAY = Duration.ofDays(1);

    @TempDir private Path folder = Path.of("");
    private final TestAuthority authority = TestAuthority.named("Cluster CA");
    private final IssuedCertificate certificate = authority.issue("guest1");
    private PemFolder files = new PemFolder(folder);

    @BeforeEach
    void write() {
        files = new PemFolder(folder).trusting(authority).with(certificate);
    }

    @Test
    void saysWhichFileIsMissing() throws Exception {
        Files.delete(folder.resolve("ca.pem"));
        assertRefused("ca.pem: no such file");
    }

    @Test
    void saysThatAFileHoldsNothing() {
        files.write("cert.pem", "hello\n");
        assertRefused("cert.pem: it holds no certificate in PEM form");
        files.with(certificate).write("key.pem", certificate.certificatePem());
        assertRefused("key.pem: it holds no private key in PEM form");
        files.with(certificate).write("crl.pem", "");
        assertRefused("crl.pem: it holds no list of revoked certificates in PEM form");
    }

    @Test
    void takesAKeyAndItsCertificateFromOneFile() throws Exception {
        String both = "guest1\n" + certificate.keyPem() + "and\n" + certificate.certificatePem();
        files.write("cert.pem", both).write("key.pem", both);
        assertEquals(1, files.load().chain().size());
    }

    @Test
    void refusesTheKeyOfAnotherCertificate() {
        for (String kind : List.of("EC", "RSA", "Ed25519")) {
            files.write(
                    "key.pem", authority.issue("guest2", kind, Instant.now().plus(DAY)).keyPem());
            assertRefused(
                    "key.pem: its key is not that of the certificate in "
                            + folder.resolve("cert.pem"));
        }
    }

    @Test
    void refusesAnEncryptedKey() {
        files.write(
                "key.pem", certificate.keyPem().replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY"));
        assertRefused("key.pem: its private key is encrypted: a daemon has nobody to ask");
    }

    @Test
    void refusesARevocationListOfAnImpostor() {
        files.revoking(TestAuthority.named("Cluster CA").revoking(Instant.now().plus(DAY)));
        assertRefused(
                "crl.pem: a list in it is not signed by CN=Cluster CA, whose it claims to be");
    }

    /** As older tools write keys, and with what they put before them. */
    @Test
    void readsOlderFormsOfKeys() throws Exception {
        IssuedCertificate rsa = authority.issue("guest1", "RSA", Instant.now().plus(DAY));
        files.with(rsa).write("key.pem", pem("RSA PRIVATE KEY", inner(rsa).getEncoded()));
        assertEquals(SigningKey.Kind.RSA, files.load().key().kind());

        ECPrivateKey curve =
                new ECPrivateKey(
                        256,
                        ECPrivateKey.getInstance(inner(certificate)).getKey(),
                        SECObjectIdentifiers.secp256r1);
        files.with(certificate)
                .write(
                        "key.pem",
                        pem("EC PARAMETERS", SECObjectIdentifiers.secp256r1.getEncoded())
                                + pem("EC PRIVATE KEY", curve.getEncoded()));
        assertEquals(SigningKey.Kind.ELLIPTIC, files.load().key().kind());
    }

    /** What the usual form wraps. */
    private static ASN1Primitive inner(IssuedCertificate of) throws IOException {
        return PrivateKeyInfo.getInstance(of.key().getEncoded())
                .parsePrivateKey()
                .toASN1Primitive();
    }

    @Test
    void readsFilesAnewWhenOneHasChanged() throws Exception {
        RefreshedCertificates certificates = RefreshedCertificates.load(files.paths());
        NodeCertificates before = certificates.current();
        assertSame(before, certificates.current());

        files.with(authority.issue("guest1-new"));
        assertNotSame(before, certificates.current());
        assertEquals(
                "CN=guest1-new of " + folder.resolve("cert.pem"),
                certificates.current().toString());
    }

    @Test
    void keepsWhatItHadWhileNewFilesAreUnusable() throws Exception {
        RefreshedCertificates certificates = RefreshedCertificates.load(files.paths());
        NodeCertificates before = certificates.current();
        IssuedCertificate next = authority.issue("guest1-new");

        files.write("cert.pem", next.certificatePem());
        assertSame(before, certificates.current());
        Files.delete(folder.resolve("key.pem"));
        assertSame(before, certificates.current());
        files.write("key.pem", next.keyPem());
        assertEquals(
                "CN=guest1-new of " + folder.resolve("cert.pem"),
                certificates.current().toString());
    }

    @Test
    void warnsThirtyDaysBeforeACertificateExpires() throws Exception {
        Instant end = Instant.parse("2101-02-03T04:05:06Z");
        files.with(authority.issue("guest1", "EC", end));
        RefreshedCertificates certificates = RefreshedCertificates.load(files.paths());
        Instant caEnd = Instant.now().plus(DAY.multipliedBy(3640));

        assertEquals(List.of(), certificates.expiryWarnings(Instant.now()));
        assertEquals(List.of(), certificates.expiryWarnings(caEnd.minus(DAY.multipliedBy(60))));
        String name = "This node's certificate CN=guest1 ";
        List<String> early = certificates.expiryWarnings(end.minus(DAY.multipliedBy(30)));
        assertEquals(name + "will expire at 2101-02-03T04:05:06Z", early.getFirst());
        assertEquals(2, early.size());
        assertEquals(
                name + "expired at 2101-02-03T04:05:06Z",
                certificates.expiryWarnings(end.plusSeconds(1)).getFirst());
    }

    @Test
    void warnsOfAnOutdatedListOfRevokedCertificates() throws Exception {
        Instant next = Instant.parse("2021-02-03T04:05:06Z");
        files.revoking(authority.revoking(next));
        assertEquals(
                List.of(
                        "The list of certificates revoked by CN=Cluster CA should have been"
                                + " replaced at 2021-02-03T04:05:06Z"),
                RefreshedCertificates.load(files.paths()).expiryWarnings(Instant.now()));
    }

    private void assertRefused(String reason) {
        CertificateFileException refusal =
                assertThrows(CertificateFileException.class, () -> files.load());
        assertEquals("Cannot use " + folder + "/" + reason, refusal.getMessage());
    }

    private static String pem(String type, byte[] der) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(type, java.util.Base64.getMimeEncoder().encodeToString(der), type);
    }
}

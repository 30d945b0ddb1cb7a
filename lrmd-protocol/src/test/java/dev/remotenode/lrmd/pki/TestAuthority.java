package dev.remotenode.lrmd.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certification authority, as an operator of a cluster would have one. */
public final class TestAuthority {

    /** From yesterday, for ten years. */
    private static final Duration AGE = Duration.ofDays(1);

    private static final Duration LIFE = Duration.ofDays(3650);
    private static final AtomicLong SERIAL = new AtomicLong(1000);

    private final X509Certificate certificate;
    private final PrivateKey key;
    private final List<X509Certificate> above;

    private TestAuthority(
            X509Certificate certificate, PrivateKey key, List<X509Certificate> above) {
        this.certificate = certificate;
        this.key = key;
        this.above = above;
    }

    /** A new authority that nobody vouches for. */
    public static TestAuthority named(String name) {
        return named(name, Instant.now().plus(LIFE));
    }

    /** The same, with a certificate that ends at a certain time. */
    public static TestAuthority named(String name, Instant end) {
        KeyPair pair = keyPair("EC");
        X500Principal subject = new X500Principal("CN=" + name);
        return new TestAuthority(
                sign(
                        subject,
                        pair.getPrivate(),
                        subject,
                        pair.getPublic(),
                        end.minus(LIFE),
                        end,
                        true),
                pair.getPrivate(),
                List.of());
    }

    /** Another authority, which this one vouches for. */
    public TestAuthority intermediate(String name) {
        KeyPair pair = keyPair("EC");
        X509Certificate made =
                sign(
                        certificate.getSubjectX500Principal(),
                        key,
                        new X500Principal("CN=" + name),
                        pair.getPublic(),
                        Instant.now().minus(AGE),
                        Instant.now().plus(LIFE),
                        true);
        List<X509Certificate> path = new ArrayList<>();
        path.add(made);
        path.addAll(above);
        return new TestAuthority(made, pair.getPrivate(), path);
    }

    /** A certificate that is valid now, with a key on the curve P-256. */
    public IssuedCertificate issue(String name) {
        return issue(name, "EC", Instant.now().plus(LIFE));
    }

    /** The same for a key of kind {@code RSA}, {@code EC} or {@code Ed25519}, and until then. */
    public IssuedCertificate issue(String name, String keyKind, Instant end) {
        return issue(name, keyKind, end.minus(LIFE), end);
    }

    /** The same, for a certain period. */
    public IssuedCertificate issue(String name, String keyKind, Instant start, Instant end) {
        KeyPair pair = keyPair(keyKind);
        return new IssuedCertificate(
                sign(
                        certificate.getSubjectX500Principal(),
                        key,
                        new X500Principal("CN=" + name),
                        pair.getPublic(),
                        start,
                        end,
                        false),
                pair.getPrivate(),
                above);
    }

    /** What stands in {@code PCMK_ca_file}. */
    public String certificatePem() {
        return pem(certificate);
    }

    /** What stands in {@code PCMK_crl_file}: a list that should be replaced at a certain time. */
    public String revoking(Instant next, IssuedCertificate... revoked) {
        try {
            Instant now = Instant.now();
            JcaX509v2CRLBuilder list =
                    new JcaX509v2CRLBuilder(
                            certificate.getSubjectX500Principal(), Date.from(now.minus(AGE)));
            list.setNextUpdate(Date.from(next));
            for (IssuedCertificate one : revoked) {
                list.addCRLEntry(
                        one.certificate().getSerialNumber(),
                        Date.from(now.minus(AGE)),
                        CRLReason.keyCompromise);
            }
            return pem("X509 CRL", list.build(signer(key)).getEncoded());
        } catch (OperatorException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pem(X509Certificate certificate) {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pem(String type, byte[] der) {
        String lines =
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(type, lines, type);
    }

    private static X509Certificate sign(
            X500Principal issuer,
            PrivateKey issuerKey,
            X500Principal subject,
            PublicKey subjectKey,
            Instant start,
            Instant end,
            boolean authority) {
        try {
            JcaX509v3CertificateBuilder builder =
                    new JcaX509v3CertificateBuilder(
                            issuer,
                            BigInteger.valueOf(SERIAL.incrementAndGet()),
                            Date.from(start),
                            Date.from(end),
                            subject,
                            subjectKey);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(
                            authority
                                    ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                                    : KeyUsage.digitalSignature));
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(signer(issuerKey)));
        } catch (OperatorException | IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ContentSigner signer(PrivateKey key) throws OperatorException {
        return new JcaContentSignerBuilder("SHA256withECDSA").build(key);
    }

    private static KeyPair keyPair(String kind) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            switch (kind) {
                case "RSA" -> generator.initialize(2048);
                case "EC" -> generator.initialize(256);
                default -> {}
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

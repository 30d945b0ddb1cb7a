package dev.remotenode.lrmd.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * A certificate with its private key.
 *
 * @param intermediates what leads from it to the authority that peers know
 */
public record IssuedCertificate(
        X509Certificate certificate, PrivateKey key, List<X509Certificate> intermediates) {

    /** What stands in {@code PCMK_cert_file}. */
    public String certificatePem() {
        return Stream.concat(Stream.of(certificate), intermediates.stream())
                .map(TestAuthority::pem)
                .collect(Collectors.joining());
    }

    /** What stands in {@code PCMK_key_file}. */
    public String keyPem() {
        return TestAuthority.pem(
                "PRIVATE KEY", key.getAlgorithm().equals("EC") ? curveKey() : key.getEncoded());
    }

    /** Java leaves the public half out of the file, which GnuTLS wants to see in it. */
    private byte[] curveKey() {
        try {
            PrivateKeyInfo info = PrivateKeyInfo.getInstance(key.getEncoded());
            ECPrivateKey whole =
                    new ECPrivateKey(
                            256,
                            ECPrivateKey.getInstance(info.parsePrivateKey()).getKey(),
                            SubjectPublicKeyInfo.getInstance(
                                            certificate.getPublicKey().getEncoded())
                                    .getPublicKeyData(),
                            null);
            return new PrivateKeyInfo(info.getPrivateKeyAlgorithm(), whole).getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return certificate.getSubjectX500Principal()
                + " "
                + Arrays.toString(certificate.getSerialNumber().toByteArray());
    }
}

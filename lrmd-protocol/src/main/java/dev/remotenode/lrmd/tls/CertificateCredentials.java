package dev.remotenode.lrmd.tls;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateEntry;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.jspecify.annotations.Nullable;

/** The own certificate in the form that a handshake presents. */
final class CertificateCredentials {

    private CertificateCredentials() {}

    /**
     * Chooses how to sign.
     *
     * @param offered the signature algorithms that the peer takes
     * @throws TlsFatalAlert if none of them fits the key
     */
    static TlsCredentialedSigner of(
            NodeCertificates ours,
            BcTlsCrypto crypto,
            TlsContext context,
            @Nullable Collection<?> offered,
            HandshakeRecord record)
            throws IOException {
        boolean tls13 = TlsUtils.isTLSv13(context);
        SignatureAndHashAlgorithm scheme =
                ours.key()
                        .schemeFor(tls13, offered)
                        .orElseThrow(() -> {
                            record.refuse(
                                    HandshakeFailure.CERTIFICATE,
                                    "the peer takes no signature that this node's key can make");
                            return new TlsFatalAlert(AlertDescription.handshake_failure);
                        });
        return new BcDefaultTlsCredentialedSigner(
                new TlsCryptoParameters(context),
                crypto,
                ours.key().parameters(),
                certificate(ours, crypto, tls13),
                scheme);
    }

    private static Certificate certificate(NodeCertificates ours, BcTlsCrypto crypto, boolean tls13)
            throws IOException {
        List<CertificateEntry> entries = new ArrayList<>();
        try {
            for (java.security.cert.X509Certificate certificate : ours.chain()) {
                TlsCertificate encoded = crypto.createCertificate(certificate.getEncoded());
                entries.add(new CertificateEntry(encoded, null));
            }
        } catch (CertificateEncodingException e) {
            throw new TlsFatalAlert(AlertDescription.internal_error, e);
        }
        return new Certificate(
                tls13 ? TlsUtils.EMPTY_BYTES : null, entries.toArray(CertificateEntry[]::new));
    }

    /** What a peer has presented. */
    static List<byte[]> encoded(@Nullable Certificate presented) throws IOException {
        List<byte[]> encoded = new ArrayList<>();
        if (presented != null) {
            for (TlsCertificate certificate : presented.getCertificateList()) {
                encoded.add(certificate.getEncoded());
            }
        }
        return encoded;
    }
}

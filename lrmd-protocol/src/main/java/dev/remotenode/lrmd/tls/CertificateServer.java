package dev.remotenode.lrmd.tls;

import java.io.IOException;
import java.time.Instant;
import java.util.Vector;
import org.bouncycastle.tls.AbstractTlsServer;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.jspecify.annotations.Nullable;

/** The daemon's side of a handshake by certificates: TLS 1.3 or 1.2, the peer must have one. */
final class CertificateServer extends AbstractTlsServer implements HandshakePeer {

    private final BcTlsCrypto crypto;
    private final TlsPolicy policy;
    private final NodeCertificates ours;
    private final HandshakeRecord record = new HandshakeRecord();

    CertificateServer(BcTlsCrypto crypto, TlsPolicy policy, NodeCertificates ours) {
        super(crypto);
        this.policy = policy;
        this.crypto = crypto;
        this.ours = ours;
    }

    @Override
    public HandshakeRecord handshakeRecord() {
        return record;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return policy.protocols();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return TlsUtils.getSupportedCipherSuites(
                crypto, policy.among(CertificateSuites.forKey(ours.key().kind())));
    }

    @Override
    protected boolean preferLocalCipherSuites() {
        return true;
    }

    @Override
    public TlsCredentials getCredentials() throws IOException {
        return CertificateCredentials.of(
                ours,
                crypto,
                context,
                context.getSecurityParametersHandshake().getClientSigAlgs(),
                record);
    }

    /** Names no CA: a peer with a certificate of another one shall present it and be told so. */
    @Override
    public CertificateRequest getCertificateRequest() throws IOException {
        Vector<?> signatures = TlsUtils.getDefaultSupportedSignatureAlgorithms(context);
        return TlsUtils.isTLSv13(context)
                ? new CertificateRequest(TlsUtils.EMPTY_BYTES, signatures, null, null)
                : new CertificateRequest(
                        new short[] {
                            ClientCertificateType.ecdsa_sign, ClientCertificateType.rsa_sign
                        },
                        signatures,
                        null);
    }

    /** Called with an empty one too; whether the peer has the key is proven after this. */
    @Override
    public void notifyClientCertificate(Certificate presented) throws IOException {
        try {
            record.identified(
                    new CertificateCheck(ours, Instant.now())
                            .check(CertificateCredentials.encoded(presented)));
        } catch (CertificateRefusal e) {
            record.refuse(HandshakeFailure.CERTIFICATE, String.valueOf(e.getMessage()));
            throw new TlsFatalAlert(
                    isNothing(presented) && !TlsUtils.isTLSv13(context)
                            ? AlertDescription.handshake_failure
                            : e.alert(),
                    e);
        }
    }

    private static boolean isNothing(@Nullable Certificate presented) {
        return presented == null || presented.isEmpty();
    }

    /** Peers that exit close the connection without a word; that is their right. */
    @Override
    public boolean requiresCloseNotify() {
        return false;
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        record.completed(context.getSecurityParametersConnection());
    }

    @Override
    public void notifyAlertReceived(short level, short description) {
        super.notifyAlertReceived(level, description);
        record.received(level, description);
    }
}

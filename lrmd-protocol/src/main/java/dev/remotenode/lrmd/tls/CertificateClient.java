package dev.remotenode.lrmd.tls;

import java.io.IOException;
import java.time.Instant;
import org.bouncycastle.tls.AbstractTlsClient;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** The cluster node's side of a handshake by certificates. */
final class CertificateClient extends AbstractTlsClient
        implements HandshakePeer, TlsAuthentication {

    private final BcTlsCrypto crypto;
    private final CertificateIdentity identity;
    private final HandshakeRecord record = new HandshakeRecord();

    CertificateClient(BcTlsCrypto crypto, CertificateIdentity identity) {
        super(crypto);
        this.crypto = crypto;
        this.identity = identity;
    }

    @Override
    public HandshakeRecord handshakeRecord() {
        return record;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return identity.versions().protocols();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return TlsUtils.getSupportedCipherSuites(crypto, CertificateSuites.all());
    }

    @Override
    public TlsAuthentication getAuthentication() {
        return this;
    }

    @Override
    public void notifyServerCertificate(TlsServerCertificate server) throws IOException {
        try {
            record.identified(
                    new CertificateCheck(identity.certificates(), Instant.now())
                            .check(CertificateCredentials.encoded(server.getCertificate())));
        } catch (CertificateRefusal e) {
            record.refuse(HandshakeFailure.CERTIFICATE, String.valueOf(e.getMessage()));
            throw new TlsFatalAlert(e.alert(), e);
        }
    }

    @Override
    public TlsCredentials getClientCredentials(CertificateRequest request) throws IOException {
        return CertificateCredentials.of(
                identity.certificates(),
                crypto,
                context,
                request.getSupportedSignatureAlgorithms(),
                record);
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

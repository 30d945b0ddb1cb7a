package dev.remotenode.lrmd.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Vector;
import org.bouncycastle.tls.AbstractTlsClient;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.BasicTlsPSKExternal;
import org.bouncycastle.tls.BasicTlsPSKIdentity;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsPSK;
import org.bouncycastle.tls.TlsPSKExternal;
import org.bouncycastle.tls.TlsPSKIdentity;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCrypto;
import org.jspecify.annotations.Nullable;

/** The cluster node's side of a handshake. */
final class PskClient extends AbstractTlsClient implements HandshakePeer {

    private final ClientIdentity identity;
    private final HandshakeRecord record = new HandshakeRecord();

    PskClient(TlsCrypto crypto, ClientIdentity identity) {
        super(crypto);
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
        return TlsUtils.getSupportedCipherSuites(
                getCrypto(),
                switch (identity.versions()) {
                    case TLS_1_3_AND_1_2 -> CipherSuites.all();
                    case ONLY_TLS_1_3 -> CipherSuites.tls13();
                    case ONLY_TLS_1_2 -> CipherSuites.tls12();
                });
    }

    @Override
    public Vector<TlsPSKExternal> getExternalPSKs() {
        return switch (identity.versions()) {
            case TLS_1_3_AND_1_2, ONLY_TLS_1_3 ->
                    new Vector<>(
                            List.of(
                                    new BasicTlsPSKExternal(
                                            name(),
                                            getCrypto().createSecret(identity.key().secret()))));
            case ONLY_TLS_1_2 -> new Vector<>();
        };
    }

    /** TLS 1.3: a daemon that does not take the key goes on without one, to no good end. */
    @Override
    public void notifySelectedPSK(@Nullable TlsPSK selected) {
        if (selected == null) {
            record.refuse(HandshakeFailure.KEY, "the daemon does not take the key");
        }
    }

    @Override
    public TlsPSKIdentity getPSKIdentity() {
        return new BasicTlsPSKIdentity(name(), identity.key().secret());
    }

    private byte[] name() {
        return identity.name().getBytes(StandardCharsets.UTF_8);
    }

    /** A daemon that presents a certificate is none of ours. */
    @Override
    public TlsAuthentication getAuthentication() throws TlsFatalAlert {
        throw new TlsFatalAlert(AlertDescription.unexpected_message);
    }

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
        if (description == AlertDescription.close_notify) {
            // All that Pacemaker's daemon says to a key that is not its own.
            record.refuse(HandshakeFailure.KEY, "the daemon ended it when it was offered the key");
        }
        record.received(level, description);
    }
}

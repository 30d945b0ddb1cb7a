package dev.remotenode.lrmd.tls;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Vector;
import org.bouncycastle.tls.AbstractTlsServer;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.BasicTlsPSKExternal;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.PskIdentity;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsPSKExternal;
import org.bouncycastle.tls.TlsPSKIdentityManager;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCrypto;
import org.jspecify.annotations.Nullable;

/** The daemon's side of a handshake: TLS 1.3 or 1.2, with the pre-shared key and nothing else. */
final class PskServer extends AbstractTlsServer implements TlsPSKIdentityManager, HandshakePeer {

    private final TlsPolicy policy;
    private final Optional<AcceptedKey> key;
    private final HandshakeRecord record = new HandshakeRecord();
    private boolean offersUsableTls13Suite = true;

    PskServer(TlsCrypto crypto, TlsPolicy policy, Optional<AcceptedKey> key) {
        super(crypto);
        this.policy = policy;
        this.key = key;
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
        return TlsUtils.getSupportedCipherSuites(getCrypto(), policy.among(CipherSuites.all()));
    }

    /** Without those that take long to compute with: anybody may ask for a handshake. */
    @Override
    public int[] getSupportedGroups() {
        return KeyExchangeGroups.all();
    }

    /** TLS 1.2: the peer's order does not count, or a stranger could choose the costliest. */
    @Override
    protected int selectDH(int minimumBits) {
        return KeyExchangeGroups.finiteField(
                context.getSecurityParametersHandshake().getClientSupportedGroups(), minimumBits);
    }

    /** TLS 1.2: a peer with larger groups only gets a suite without Diffie-Hellman. */
    @Override
    protected int getMaximumNegotiableFiniteFieldBits() {
        return NamedGroup.getFiniteFieldBits(selectDH(0));
    }

    /** Called before a version is chosen. */
    @Override
    public void notifyOfferedCipherSuites(int[] offered) throws IOException {
        super.notifyOfferedCipherSuites(offered);
        offersUsableTls13Suite =
                Arrays.stream(policy.among(CipherSuites.tls13()))
                        .anyMatch(ours -> Arrays.stream(offered).anyMatch(suite -> suite == ours));
    }

    /** A peer that insists on AES-256 can have it in TLS 1.2 only: its key is bound to SHA-256. */
    @Override
    public ProtocolVersion[] getProtocolVersions() {
        return offersUsableTls13Suite || !policy.versions().contains(TlsPolicy.Version.TLS_1_2)
                ? super.getProtocolVersions()
                : ProtocolVersion.TLSv12.only();
    }

    /** Ours: peers put AES-256 first, which GnuTLS cannot combine with this key in TLS 1.3. */
    @Override
    protected boolean preferLocalCipherSuites() {
        return true;
    }

    /** TLS 1.3, called with the names that the peer offers keys for. */
    @Override
    public @Nullable TlsPSKExternal getExternalPSK(
            @SuppressWarnings("rawtypes") Vector identities) {
        for (Object offered : identities) {
            byte[] identity = ((PskIdentity) offered).getIdentity();
            Optional<byte[]> secret = secret(identity);
            if (secret.isPresent()) {
                return new BasicTlsPSKExternal(identity, getCrypto().createSecret(secret.get()));
            }
        }
        return null;
    }

    /** TLS 1.2: no hint, as Pacemaker's daemon gives none. */
    @Override
    public byte @Nullable [] getHint() {
        return null;
    }

    /** TLS 1.2, called with the name that the peer presents. */
    @Override
    public byte @Nullable [] getPSK(byte[] identity) {
        return secret(identity).orElse(null);
    }

    private Optional<byte[]> secret(byte[] identity) {
        if (!Arrays.equals(identity, LrmdIdentity.bytes())) {
            record.refuse(
                    HandshakeFailure.IDENTITY,
                    "the peer names the key '%s' instead of 'lrmd'"
                            .formatted(Printable.ascii(identity)));
            return Optional.empty();
        }
        if (key.isEmpty()) {
            record.refuse(HandshakeFailure.NO_KEY, "this node has no key file");
        }
        key.ifPresent(record::presented);
        return key.map(AcceptedKey::key).map(PreSharedKey::secret);
    }

    @Override
    public TlsPSKIdentityManager getPSKIdentityManager() {
        return this;
    }

    /** There are no certificates here: who comes without the key is refused. */
    @Override
    public @Nullable TlsCredentials getCredentials() throws TlsFatalAlert {
        if (TlsUtils.isTLSv13(context)) {
            record.refuse(HandshakeFailure.IDENTITY, "the peer offers no pre-shared key");
            throw new TlsFatalAlert(AlertDescription.handshake_failure);
        }
        return null;
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

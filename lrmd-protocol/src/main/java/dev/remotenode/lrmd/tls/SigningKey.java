package dev.remotenode.lrmd.tls;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed448PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.SignatureScheme;
import org.jspecify.annotations.Nullable;

/**
 * A private key, and how it may sign in a handshake.
 *
 * @param parameters the key
 * @param kind its kind
 * @param tls13Schemes signature schemes for TLS 1.3, best first
 * @param tls12Schemes signature schemes for TLS 1.2, best first
 */
record SigningKey(
        AsymmetricKeyParameter parameters,
        Kind kind,
        List<Integer> tls13Schemes,
        List<Integer> tls12Schemes) {

    /** Which cipher suites of TLS 1.2 a key is for. */
    enum Kind {
        RSA,
        /** Of an elliptic curve, Edwards' included. */
        ELLIPTIC
    }

    private static final List<Integer> RSA_PSS =
            List.of(
                    SignatureScheme.rsa_pss_rsae_sha256,
                    SignatureScheme.rsa_pss_rsae_sha384,
                    SignatureScheme.rsa_pss_rsae_sha512);
    private static final List<Integer> RSA_ANY =
            List.of(
                    SignatureScheme.rsa_pss_rsae_sha256,
                    SignatureScheme.rsa_pss_rsae_sha384,
                    SignatureScheme.rsa_pss_rsae_sha512,
                    SignatureScheme.rsa_pkcs1_sha256,
                    SignatureScheme.rsa_pkcs1_sha384,
                    SignatureScheme.rsa_pkcs1_sha512);
    private static final List<Integer> ECDSA_ANY =
            List.of(
                    SignatureScheme.ecdsa_secp256r1_sha256,
                    SignatureScheme.ecdsa_secp384r1_sha384,
                    SignatureScheme.ecdsa_secp521r1_sha512);

    /**
     * Says what a key can do.
     *
     * @throws IOException if TLS has no use for it
     */
    static SigningKey of(AsymmetricKeyParameter key) throws IOException {
        return switch (key) {
            case RSAKeyParameters _ -> new SigningKey(key, Kind.RSA, RSA_PSS, RSA_ANY);
            case ECPrivateKeyParameters curve -> {
                int bits = curve.getParameters().getCurve().getFieldSize();
                yield new SigningKey(key, Kind.ELLIPTIC, List.of(ecdsa(bits)), ECDSA_ANY);
            }
            case Ed25519PrivateKeyParameters _ -> edwards(key, SignatureScheme.ed25519);
            case Ed448PrivateKeyParameters _ -> edwards(key, SignatureScheme.ed448);
            default -> throw new IOException("a key of this kind cannot be used with TLS");
        };
    }

    private static SigningKey edwards(AsymmetricKeyParameter key, int scheme) {
        return new SigningKey(key, Kind.ELLIPTIC, List.of(scheme), List.of(scheme));
    }

    /** TLS 1.3 has one scheme for each curve. */
    private static int ecdsa(int bits) throws IOException {
        return switch (bits) {
            case 256 -> SignatureScheme.ecdsa_secp256r1_sha256;
            case 384 -> SignatureScheme.ecdsa_secp384r1_sha384;
            case 521 -> SignatureScheme.ecdsa_secp521r1_sha512;
            default -> throw new IOException("its curve is none of P-256, P-384 and P-521");
        };
    }

    /** The best scheme that the peer takes too. */
    Optional<SignatureAndHashAlgorithm> schemeFor(boolean tls13, @Nullable Collection<?> offered) {
        if (offered == null) {
            return Optional.empty();
        }
        return (tls13 ? tls13Schemes : tls12Schemes)
                .stream()
                        .map(SignatureScheme::getSignatureAndHashAlgorithm)
                        .filter(offered::contains)
                        .findFirst();
    }

    /** Never the key itself. */
    @Override
    public String toString() {
        return "SigningKey[" + kind + "]";
    }
}

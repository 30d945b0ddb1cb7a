package dev.remotenode.lrmd.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/** Finds out whether a private key is the one of a certificate: it signs, the other verifies. */
final class KeyPairCheck {

    private static final byte[] SAMPLE = "a sample".getBytes(StandardCharsets.US_ASCII);

    private KeyPairCheck() {}

    static boolean matches(PrivateKeyInfo privateKey, PublicKey publicKey) throws IOException {
        String algorithm = publicKey.getAlgorithm();
        try {
            Signature signature = Signature.getInstance(signatureFor(algorithm));
            signature.initSign(
                    KeyFactory.getInstance(algorithm)
                            .generatePrivate(new PKCS8EncodedKeySpec(privateKey.getEncoded())));
            signature.update(SAMPLE);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(SAMPLE);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            // Another kind of key, or another length: then it cannot be the one.
            return false;
        }
    }

    private static String signatureFor(String algorithm) throws IOException {
        return switch (algorithm) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            case "EdDSA", "Ed25519", "Ed448" -> "EdDSA";
            default -> throw new IOException("keys of kind " + algorithm + " are not supported");
        };
    }
}

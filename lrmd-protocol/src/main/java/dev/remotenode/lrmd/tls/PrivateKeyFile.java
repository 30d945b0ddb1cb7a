package dev.remotenode.lrmd.tls;

import java.io.IOException;
import java.nio.file.Path;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.util.io.pem.PemObject;

/** Reads a private key from PEM, in each of the three ways in which tools write it. */
final class PrivateKeyFile {

    private PrivateKeyFile() {}

    /**
     * Reads the first private key of a file.
     *
     * @throws IOException if there is none, or if it is encrypted
     */
    static PrivateKeyInfo read(Path file) throws IOException {
        try {
            return decode(
                    PemFile.blocks(file, "private key", type -> type.endsWith("PRIVATE KEY"))
                            .getFirst());
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException e) {
            throw new IOException("its private key is damaged", e);
        }
    }

    private static PrivateKeyInfo decode(PemObject object) throws IOException {
        if (object.getType().startsWith("ENCRYPTED") || !object.getHeaders().isEmpty()) {
            throw new IOException("its private key is encrypted: a daemon has nobody to ask");
        }
        byte[] der = object.getContent();
        return switch (object.getType()) {
            case "PRIVATE KEY" -> PrivateKeyInfo.getInstance(der);
            case "RSA PRIVATE KEY" ->
                    new PrivateKeyInfo(
                            new AlgorithmIdentifier(
                                    PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                            RSAPrivateKey.getInstance(der));
            case "EC PRIVATE KEY" -> {
                ECPrivateKey key = ECPrivateKey.getInstance(der);
                yield new PrivateKeyInfo(
                        new AlgorithmIdentifier(
                                X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject()),
                        key);
            }
            default -> throw new IOException("it holds a '" + object.getType() + "'");
        };
    }
}

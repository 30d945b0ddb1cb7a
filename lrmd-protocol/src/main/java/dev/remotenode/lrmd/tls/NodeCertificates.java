package dev.remotenode.lrmd.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.util.io.pem.PemObject;

/** What one side needs in order to prove who it is by certificate, and to check the other. */
public final class NodeCertificates {

    private final CertificatePaths paths;
    private final List<X509Certificate> chain;
    private final SigningKey key;
    private final List<X509Certificate> authorities;
    private final List<X509CRL> revocations;

    private NodeCertificates(
            CertificatePaths paths,
            List<X509Certificate> chain,
            SigningKey key,
            List<X509Certificate> authorities,
            List<X509CRL> revocations) {
        this.paths = paths;
        this.chain = chain;
        this.key = key;
        this.authorities = authorities;
        this.revocations = revocations;
    }

    /**
     * This node's certificate, for people.
     *
     * @param from when it begins to count
     * @param until when it ends
     */
    public record Summary(String subject, String issuer, Instant from, Instant until) {}

    /** What this node's certificate says. */
    public Summary summary() {
        X509Certificate own = chain.getFirst();
        return new Summary(
                DistinguishedName.of(own.getSubjectX500Principal()),
                DistinguishedName.of(own.getIssuerX500Principal()),
                own.getNotBefore().toInstant(),
                own.getNotAfter().toInstant());
    }

    /**
     * Reads all files.
     *
     * @throws CertificateFileException if one of them is of no use, or the key is not that of the
     *     certificate
     */
    public static NodeCertificates load(CertificatePaths paths) throws CertificateFileException {
        List<X509Certificate> authorities = certificates(paths.authorities());
        List<X509Certificate> chain = certificates(paths.certificate());
        SigningKey key = key(paths, chain.getFirst());
        Optional<Path> lists = paths.revocations();
        List<X509CRL> revocations =
                lists.isPresent() ? revocations(lists.get(), authorities) : List.of();
        return new NodeCertificates(paths, chain, key, authorities, revocations);
    }

    private static SigningKey key(CertificatePaths paths, X509Certificate certificate)
            throws CertificateFileException {
        try {
            PrivateKeyInfo info = PrivateKeyFile.read(paths.key());
            if (!KeyPairCheck.matches(info, certificate.getPublicKey())) {
                throw new IOException(
                        "its key is not that of the certificate in " + paths.certificate());
            }
            return SigningKey.of(PrivateKeyFactory.createKey(info));
        } catch (IOException e) {
            throw new CertificateFileException(paths.key(), e);
        }
    }

    private static List<X509Certificate> certificates(Path file) throws CertificateFileException {
        try {
            List<X509Certificate> certificates = new ArrayList<>();
            for (PemObject block :
                    PemFile.blocks(file, "certificate", type -> type.endsWith("CERTIFICATE"))) {
                certificates.add(
                        (X509Certificate)
                                factory()
                                        .generateCertificate(
                                                new ByteArrayInputStream(block.getContent())));
            }
            return List.copyOf(certificates);
        } catch (IOException e) {
            throw new CertificateFileException(file, e);
        } catch (CertificateException e) {
            throw new CertificateFileException(file, "a certificate in it is damaged");
        }
    }

    private static List<X509CRL> revocations(Path file, List<X509Certificate> authorities)
            throws CertificateFileException {
        try {
            List<X509CRL> lists = new ArrayList<>();
            for (PemObject block :
                    PemFile.blocks(
                            file, "list of revoked certificates", type -> type.endsWith("CRL"))) {
                X509CRL list =
                        (X509CRL)
                                factory().generateCRL(new ByteArrayInputStream(block.getContent()));
                checkOrigin(file, list, authorities);
                lists.add(list);
            }
            return List.copyOf(lists);
        } catch (CertificateFileException e) {
            throw e;
        } catch (IOException e) {
            throw new CertificateFileException(file, e);
        } catch (GeneralSecurityException e) {
            throw new CertificateFileException(
                    file, "a list of revoked certificates in it is damaged");
        }
    }

    /** A list of an intermediate CA, which peers present, can only be checked when they do. */
    private static void checkOrigin(Path file, X509CRL list, List<X509Certificate> authorities)
            throws CertificateFileException {
        List<X509Certificate> namesakes =
                authorities.stream()
                        .filter(authority ->
                                authority
                                        .getSubjectX500Principal()
                                        .equals(list.getIssuerX500Principal()))
                        .toList();
        if (!namesakes.isEmpty()
                && namesakes.stream().noneMatch(authority -> isSigned(list, authority))) {
            throw new CertificateFileException(
                    file,
                    "a list in it is not signed by "
                            + DistinguishedName.of(list.getIssuerX500Principal())
                            + ", whose it claims to be");
        }
    }

    static boolean isSigned(X509CRL list, X509Certificate authority) {
        try {
            list.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static CertificateFactory factory() throws CertificateException {
        return CertificateFactory.getInstance("X.509");
    }

    CertificatePaths paths() {
        return paths;
    }

    /** The own certificate, then intermediate ones. */
    List<X509Certificate> chain() {
        return chain;
    }

    SigningKey key() {
        return key;
    }

    List<X509Certificate> authorities() {
        return authorities;
    }

    List<X509CRL> revocations() {
        return revocations;
    }

    /** Names the own certificate. */
    @Override
    public String toString() {
        return DistinguishedName.of(chain.getFirst().getSubjectX500Principal())
                + " of "
                + paths.certificate();
    }
}

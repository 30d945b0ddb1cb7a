package dev.remotenode.lrmd.tls;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.tls.AlertDescription;

/**
 * Decides whether a peer's certificate counts: it must come from a trusted CA, at this time, and
 * not be on a list of revoked ones. As with Pacemaker, the name in it does not matter.
 */
final class CertificateCheck {

    private final NodeCertificates ours;
    private final Instant now;

    CertificateCheck(NodeCertificates ours, Instant now) {
        this.ours = ours;
        this.now = now;
    }

    /**
     * Checks what a peer presents.
     *
     * @param presented the peer's certificate, then those that lead to a CA, in DER form
     * @return the peer's certificate
     * @throws CertificateRefusal if it does not count
     */
    X509Certificate check(List<byte[]> presented) throws CertificateRefusal {
        if (presented.isEmpty()) {
            throw new CertificateRefusal(
                    AlertDescription.certificate_required, "the peer presents no certificate");
        }
        List<X509Certificate> certificates = decode(presented);
        X509Certificate leaf = certificates.getFirst();
        checkPeriod("the peer's certificate", leaf);
        List<X509Certificate> path = path(leaf, certificates);
        checkPeriod("the CA certificate", path.getLast());
        for (int i = 0; i + 1 < path.size(); i++) {
            checkRevocation(path.get(i), path.get(i + 1));
        }
        return leaf;
    }

    private static List<X509Certificate> decode(List<byte[]> presented) throws CertificateRefusal {
        List<X509Certificate> decoded = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (byte[] der : presented) {
                decoded.add(
                        (X509Certificate)
                                factory.generateCertificate(new ByteArrayInputStream(der)));
            }
        } catch (CertificateException e) {
            throw new CertificateRefusal(
                    AlertDescription.bad_certificate, "the peer's certificate is damaged");
        }
        return decoded;
    }

    private void checkPeriod(String whose, X509Certificate certificate) throws CertificateRefusal {
        try {
            certificate.checkValidity(Date.from(now));
        } catch (CertificateExpiredException e) {
            throw new CertificateRefusal(
                    AlertDescription.certificate_expired,
                    "%s %s expired at %s"
                            .formatted(whose, name(certificate), time(certificate.getNotAfter())));
        } catch (CertificateNotYetValidException e) {
            throw new CertificateRefusal(
                    AlertDescription.bad_certificate,
                    "%s %s is not valid before %s"
                            .formatted(whose, name(certificate), time(certificate.getNotBefore())));
        }
    }

    /** From the peer's certificate to that of a trusted CA. */
    private List<X509Certificate> path(X509Certificate leaf, List<X509Certificate> presented)
            throws CertificateRefusal {
        X509CertSelector wanted = new X509CertSelector();
        wanted.setCertificate(leaf);
        try {
            PKIXBuilderParameters parameters =
                    new PKIXBuilderParameters(
                            ours.authorities().stream()
                                    .map(authority -> new TrustAnchor(authority, null))
                                    .collect(Collectors.toSet()),
                            wanted);
            parameters.addCertStore(
                    CertStore.getInstance(
                            "Collection", new CollectionCertStoreParameters(presented)));
            parameters.setDate(Date.from(now));
            // Done below: Java's own check would also refuse when a CA has no list.
            parameters.setRevocationEnabled(false);
            PKIXCertPathBuilderResult found =
                    (PKIXCertPathBuilderResult)
                            CertPathBuilder.getInstance("PKIX").build(parameters);
            return Stream.concat(
                            found.getCertPath().getCertificates().stream()
                                    .map(X509Certificate.class::cast),
                            Stream.of(found.getTrustAnchor().getTrustedCert()))
                    .toList();
        } catch (GeneralSecurityException e) {
            for (X509Certificate intermediate : presented) {
                checkPeriod("the intermediate certificate", intermediate);
            }
            throw new CertificateRefusal(
                    AlertDescription.unknown_ca,
                    "the peer's certificate %s does not come from a CA in %s (its issuer is %s)"
                            .formatted(
                                    name(leaf),
                                    ours.paths().authorities(),
                                    DistinguishedName.of(leaf.getIssuerX500Principal())));
        }
    }

    private void checkRevocation(X509Certificate certificate, X509Certificate issuer)
            throws CertificateRefusal {
        for (X509CRL list : ours.revocations()) {
            X509CRLEntry entry = list.getRevokedCertificate(certificate);
            if (entry != null && NodeCertificates.isSigned(list, issuer)) {
                throw new CertificateRefusal(
                        AlertDescription.certificate_revoked,
                        "the peer's certificate %s (serial number %s) was revoked at %s"
                                .formatted(
                                        name(certificate),
                                        certificate.getSerialNumber().toString(16),
                                        time(entry.getRevocationDate())));
            }
        }
    }

    private static String name(X509Certificate certificate) {
        return DistinguishedName.of(certificate.getSubjectX500Principal());
    }

    private static Instant time(Date date) {
        return date.toInstant().truncatedTo(ChronoUnit.SECONDS);
    }
}

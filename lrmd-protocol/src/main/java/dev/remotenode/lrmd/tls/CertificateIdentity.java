package dev.remotenode.lrmd.tls;

import dev.remotenode.lrmd.tls.ClientIdentity.Versions;

/**
 * What a cluster node presents that uses certificates.
 *
 * @param certificates its own, and whom it trusts
 * @param versions which versions of TLS to offer
 */
public record CertificateIdentity(NodeCertificates certificates, Versions versions)
        implements PeerIdentity {}

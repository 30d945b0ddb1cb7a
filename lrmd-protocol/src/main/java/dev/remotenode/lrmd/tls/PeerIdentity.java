package dev.remotenode.lrmd.tls;

/** What a cluster node presents: one way or the other, never both. */
public sealed interface PeerIdentity permits ClientIdentity, CertificateIdentity {}

package dev.remotenode.lrmd.tls;

/** Where handshakes get certificates from, at the moment they need them. */
@FunctionalInterface
public interface CertificateSource {

    /** What holds now. Called on the event loop for each handshake: must be quick. */
    NodeCertificates current();
}

package dev.remotenode.lrmd.tls;

/** How cluster nodes and this daemon prove to each other who they are. */
public sealed interface Authentication {

    /** By a secret that all of them have. */
    record SharedKey(KeySource keys) implements Authentication {}

    /** By certificates, as Pacemaker has it since 3.0: no pre-shared key is accepted then. */
    record X509(CertificateSource certificates) implements Authentication {}
}

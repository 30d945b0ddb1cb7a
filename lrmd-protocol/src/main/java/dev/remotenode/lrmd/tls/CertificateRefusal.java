package dev.remotenode.lrmd.tls;

/** A peer's certificate does not count; the message says why, in words for an operator. */
final class CertificateRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final short alert;

    /**
     * @param alert what TLS tells the peer
     */
    CertificateRefusal(short alert, String reason) {
        super(reason);
        this.alert = alert;
    }

    short alert() {
        return alert;
    }
}

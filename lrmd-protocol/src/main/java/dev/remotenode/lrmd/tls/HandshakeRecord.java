package dev.remotenode.lrmd.tls;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.AlertLevel;
import org.bouncycastle.tls.SecurityParameters;
import org.bouncycastle.tls.TlsFatalAlert;
import org.jspecify.annotations.Nullable;

/** What became clear during a handshake, for one line in the log if it fails. */
final class HandshakeRecord {

    private String peer = "the pre-shared key";
    private Optional<Instant> acceptedUntil = Optional.empty();
    private @Nullable Reason refusal;
    private @Nullable Reason alert;
    private @Nullable HandshakeCompletion completion;

    /** Remembers why we refuse; the first reason is the telling one. */
    void refuse(HandshakeFailure failure, String reason) {
        if (refusal == null) {
            refusal = new Reason(failure, reason);
        }
    }

    /** Remembers which key this node has gone by. */
    void presented(AcceptedKey key) {
        peer = key.description();
        acceptedUntil = key.until();
    }

    /** Remembers whose certificate the peer has presented. */
    void identified(X509Certificate certificate) {
        peer = "certificate " + DistinguishedName.of(certificate.getSubjectX500Principal());
    }

    /** Remembers that the peer gave up. */
    void received(short level, short description) {
        if (level == AlertLevel.fatal) {
            alert =
                    new Reason(
                            refused(description),
                            "the peer refused it (" + describe(description) + ")");
        }
    }

    /** Remembers what was agreed on. */
    void completed(SecurityParameters parameters) {
        completion =
                new HandshakeCompletion(
                        String.valueOf(parameters.getNegotiatedVersion()),
                        "0x%04x".formatted(parameters.getCipherSuite()),
                        peer,
                        acceptedUntil);
    }

    /** What was agreed on, once it was. */
    Optional<HandshakeCompletion> completion() {
        return Optional.ofNullable(completion);
    }

    /** Why the handshake failed, in words for an operator. */
    HandshakeException explain(Throwable failure) {
        Reason reason =
                Optional.ofNullable(refusal)
                        .or(() -> Optional.ofNullable(alert))
                        .orElseGet(() -> reason(failure));
        return new HandshakeException(reason.failure(), reason.words(), failure);
    }

    /** What a peer most likely means by an alert. */
    private static HandshakeFailure refused(short description) {
        return switch (description) {
            // GnuTLS sends the last of them in TLS 1.3.
            case AlertDescription.decrypt_error,
                    AlertDescription.bad_record_mac,
                    AlertDescription.illegal_parameter ->
                    HandshakeFailure.KEY;
            case AlertDescription.unknown_psk_identity -> HandshakeFailure.IDENTITY;
            case AlertDescription.protocol_version -> HandshakeFailure.VERSION;
            case AlertDescription.handshake_failure, AlertDescription.insufficient_security ->
                    HandshakeFailure.CIPHER_SUITE;
            case AlertDescription.bad_certificate,
                    AlertDescription.unknown_ca,
                    AlertDescription.certificate_expired,
                    AlertDescription.certificate_revoked,
                    AlertDescription.certificate_required,
                    AlertDescription.certificate_unknown,
                    AlertDescription.unsupported_certificate ->
                    HandshakeFailure.CERTIFICATE;
            default -> HandshakeFailure.OTHER;
        };
    }

    /** The name of an alert, with what it means where peers send it for one reason. */
    private static String describe(short description) {
        String name = AlertDescription.getName(description);
        return switch (description) {
            case AlertDescription.bad_certificate,
                    AlertDescription.unknown_ca,
                    AlertDescription.certificate_expired,
                    AlertDescription.certificate_revoked,
                    AlertDescription.certificate_unknown,
                    AlertDescription.unsupported_certificate ->
                    name + ": it does not accept this side's certificate";
            default -> name;
        };
    }

    private static Reason reason(Throwable failure) {
        if (!(failure instanceof TlsFatalAlert fatal)) {
            return new Reason(HandshakeFailure.OTHER, String.valueOf(failure.getMessage()));
        }
        String name = AlertDescription.getName(fatal.getAlertDescription());
        return switch (fatal.getAlertDescription()) {
            case AlertDescription.decrypt_error, AlertDescription.bad_record_mac ->
                    new Reason(HandshakeFailure.KEY, "the peer's key differs from this node's");
            case AlertDescription.protocol_version ->
                    new Reason(
                            HandshakeFailure.VERSION,
                            "the peer speaks neither TLS 1.3 nor TLS 1.2");
            case AlertDescription.handshake_failure ->
                    new Reason(
                            HandshakeFailure.CIPHER_SUITE,
                            "the peer offers no cipher suite that fits this node's settings");
            case AlertDescription.unexpected_message,
                    AlertDescription.decode_error,
                    AlertDescription.record_overflow ->
                    new Reason(
                            HandshakeFailure.NOT_TLS, "the peer does not speak TLS (" + name + ")");
            default -> new Reason(HandshakeFailure.OTHER, name);
        };
    }

    private record Reason(HandshakeFailure failure, String words) {}
}

package dev.remotenode.agent.control;

import dev.remotenode.agent.server.Credentials;
import dev.remotenode.control.message.Certificate;
import dev.remotenode.control.message.SharedKey;
import dev.remotenode.lrmd.tls.AcceptedKey;
import dev.remotenode.lrmd.tls.KeyFiles;
import dev.remotenode.lrmd.tls.NodeCertificates;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What this node proves itself by, as operators see it. */
final class CredentialsView {

    private CredentialsView() {}

    static dev.remotenode.control.message.Credentials of(Credentials credentials) {
        var view = dev.remotenode.control.message.Credentials.newBuilder();
        return switch (credentials) {
            case Credentials.SharedKey(KeyFiles keys) -> view.setSharedKey(key(keys)).build();
            case Credentials.Certificates(var certificates) ->
                    view.setCertificate(certificate(certificates.current().summary())).build();
        };
    }

    private static SharedKey key(KeyFiles keys) {
        List<AcceptedKey> replaced = keys.replaced();
        SharedKey.Builder view = SharedKey.newBuilder().setReplaced(replaced.size());
        replaced.stream()
                .map(AcceptedKey::until)
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .ifPresent(until -> view.setReplacedUntilMs(until.toEpochMilli()));
        keys.inForce()
                .ifPresent(inForce ->
                        view.setFile(inForce.file().toString())
                                .setChangedMs(inForce.changed().toEpochMilli())
                                .setSha256(inForce.key().fingerprint())
                                .setBytes(inForce.key().size()));
        return view.build();
    }

    private static Certificate certificate(NodeCertificates.Summary summary) {
        return Certificate.newBuilder()
                .setSubject(summary.subject())
                .setIssuer(summary.issuer())
                .setNotBeforeMs(summary.from().toEpochMilli())
                .setNotAfterMs(summary.until().toEpochMilli())
                .build();
    }
}

package dev.remotenode.lrmd.tls;

import java.nio.charset.StandardCharsets;
import javax.security.auth.x500.X500Principal;

/** Names of certificates, made safe for a log line: peers choose theirs. */
final class DistinguishedName {

    private DistinguishedName() {}

    static String of(X500Principal name) {
        String text = name.getName(X500Principal.RFC2253);
        return text.isEmpty()
                ? "without a name"
                : Printable.ascii(text.getBytes(StandardCharsets.UTF_8));
    }
}

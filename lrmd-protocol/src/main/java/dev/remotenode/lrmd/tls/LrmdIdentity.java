package dev.remotenode.lrmd.tls;

import java.nio.charset.StandardCharsets;

/** The name under which every Pacemaker peer presents the key. */
final class LrmdIdentity {

    static final String NAME = "lrmd";

    private LrmdIdentity() {}

    static byte[] bytes() {
        return NAME.getBytes(StandardCharsets.US_ASCII);
    }
}

package dev.remotenode.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.host.LabException;
import dev.remotenode.lab.wire.PlainPeer;
import dev.remotenode.lrmd.message.Request;
import dev.remotenode.lrmd.tls.ClientIdentity;
import dev.remotenode.lrmd.tls.ClientIdentity.Versions;
import dev.remotenode.lrmd.tls.PreSharedKey;
import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/** Those who do not have the key. */
enum Stranger {
    WITH_ANOTHER_KEY("the peer's key differs"),
    WITH_ANOTHER_KEY_AND_OLDER_TLS("the peer's key differs"),
    WITHOUT_TLS("does not speak TLS"),
    WITH_NOISE("does not speak TLS"),
    WITHOUT_A_PRE_SHARED_KEY("offers no pre-shared key"),
    THAT_LEAVES_AT_ONCE("closed the connection"),
    THAT_LEAVES_IN_THE_HANDSHAKE("closed the connection");

    /** The beginning of a record that holds the first message of a handshake, and no more. */
    private static final byte[] RECORD_HEADER = {0x16, 3, 1, 1, 0};

    private final String logged;

    Stranger(String logged) {
        this.logged = logged;
    }

    /** What our daemon says of it in its log. */
    String logged() {
        return logged;
    }

    /** Tries, and insists on being refused. */
    void visit(StandaloneNode node) {
        switch (this) {
            case WITH_ANOTHER_KEY -> guess(node, Versions.TLS_1_3_AND_1_2);
            case WITH_ANOTHER_KEY_AND_OLDER_TLS -> guess(node, Versions.ONLY_TLS_1_2);
            case WITHOUT_TLS -> say(node, "GET / HTTP/1.1\r\n\r\n");
            case WITH_NOISE -> say(node, "\u0016\u0003\u0003\u007f\u00ff noise");
            case WITHOUT_A_PRE_SHARED_KEY -> speakTls(node);
            case THAT_LEAVES_AT_ONCE -> node.connectPlain().close();
            case THAT_LEAVES_IN_THE_HANDSHAKE -> leaveInTheHandshake(node);
        }
    }

    private static void guess(StandaloneNode node, Versions versions) {
        PreSharedKey guessed = new PreSharedKey("guessed".getBytes(US_ASCII));
        assertThrows(
                LabException.class,
                () ->
                        node.connect(new ClientIdentity("lrmd", guessed, versions))
                                .ask(new Request.Poke()));
    }

    private static void say(StandaloneNode node, String text) {
        try (PlainPeer peer = node.connectPlain()) {
            peer.send(text.getBytes(ISO_8859_1));
            peer.awaitClosed();
        }
    }

    private static void leaveInTheHandshake(StandaloneNode node) {
        try (PlainPeer peer = node.connectPlain()) {
            peer.send(RECORD_HEADER);
        }
    }

    /** The JDK's own TLS knows certificates only. */
    private static void speakTls(StandaloneNode node) {
        try (PlainPeer peer = node.connectPlain();
                SSLSocket tls =
                        (SSLSocket)
                                SSLContext.getDefault()
                                        .getSocketFactory()
                                        .createSocket(
                                                peer.socket().socket(), "guest1", 3121, true)) {
            assertThrows(SSLException.class, tls::startHandshake);
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}

package dev.remotenode.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.host.LabException;
import dev.remotenode.lab.junit.BeyondReference;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The operator says what is agreed to; the other side is GnuTLS, with a policy of its own. */
@ConformanceTest
class TlsPrioritiesIT {
    private static final String ANY = "NORMAL:-KX-ALL:+DHE-PSK:+PSK";

    /** The tool of GnuTLS 3.7 crashes when it tells of DHE-PSK in TLS 1.2. */
    private static final String TLS_1_2 = "NORMAL:-VERS-ALL:+VERS-TLS1.2:-KX-ALL:+PSK";

    private static final String TLS_1_3 = ANY + ":-VERS-ALL:+VERS-TLS1.3";

    @Test
    void areAllIfNothingIsSaid(StandaloneNode node) {
        restart(node, "NORMAL");
        assertServed(node, TLS_1_3);
        assertServed(node, TLS_1_2);
        assertServed(node, TLS_1_2 + ":-CIPHER-ALL:+AES-128-CBC");
    }

    @Test
    void mayForbidTheOlderVersion(StandaloneNode node) {
        restart(node, "NORMAL:-VERS-ALL:+VERS-TLS1.3");
        assertServed(node, ANY);
        assertRefused(node, TLS_1_2);
    }

    @Test
    void mayForbidTheNewerVersion(StandaloneNode node) {
        restart(node, "NORMAL:-VERS-TLS1.3:%SERVER_PRECEDENCE");
        assertServed(node, TLS_1_2);
        assertRefused(node, TLS_1_3);
    }

    @Test
    void mayInsistOnLongKeys(StandaloneNode node) {
        restart(node, "SECURE256");
        assertServed(node, TLS_1_3 + ":-CIPHER-ALL:+CHACHA20-POLY1305");
        assertServed(node, TLS_1_2 + ":-CIPHER-ALL:+AES-256-GCM");
        assertRefused(node, TLS_1_3 + ":-CIPHER-ALL:+AES-128-GCM");
        assertRefused(node, TLS_1_2 + ":-CIPHER-ALL:+AES-128-GCM");
    }

    @Test
    void maySelectOneCipher(StandaloneNode node) {
        restart(node, "NORMAL:-CIPHER-ALL:+AES-128-GCM");
        assertServed(node, TLS_1_3);
        assertServed(node, TLS_1_2);
        assertRefused(node, ANY + ":-AES-128-GCM");
    }

    @Test
    @BeyondReference("starts, and fails with each connection")
    void mustBeRight(StandaloneNode node) {
        node.daemon().kill();
        assertThrows(
                LabException.class,
                () -> node.restartDaemon(Map.of("PCMK_tls_priorities", "NORMAL:-AES-512-GCM")));
        assertTrue(
                node.log().contains("'NORMAL:-AES-512-GCM', which cannot be used"),
                "no reason in the log");
    }

    @AfterEach
    void makePeace(StandaloneNode node) {
        restart(node, "NORMAL");
    }

    private static void restart(StandaloneNode node, String priorities) {
        if (node.daemon().isRunning()) {
            node.daemon().kill();
        }
        node.restartDaemon(Map.of("PCMK_tls_priorities", priorities));
    }

    private static void assertServed(StandaloneNode node, String priorities) {
        assertEquals(
                "yes",
                handshake(node, priorities),
                () -> priorities + " is not served\n" + node.log());
    }

    private static void assertRefused(StandaloneNode node, String priorities) {
        assertEquals("no", handshake(node, priorities), () -> priorities + " is served");
    }

    /** Whether a handshake with such a client succeeds. */
    private static String handshake(StandaloneNode node, String priorities) {
        return node.host()
                .run(
                        "sh",
                        "-c",
                        """
                        key=$(od -An -v -tx1 /etc/pacemaker/authkey | tr -d ' \\n')
                        said=$(gnutls-cli --port 3121 --pskusername lrmd --pskkey "$key" \\
                            --priority "$0" 127.0.0.1 </dev/null 2>&1)
                        case $said in
                        *'Handshake was completed'*) echo yes ;;
                        *'Handshake failed'*|*'Fatal error'*) echo no ;;
                        *) echo "$said" ;;
                        esac
                        """,
                        priorities)
                .strip();
    }
}

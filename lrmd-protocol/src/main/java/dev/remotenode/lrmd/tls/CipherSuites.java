package dev.remotenode.lrmd.tls;

import org.bouncycastle.tls.CipherSuite;

/**
 * The cipher suites that a Pacemaker peer can agree to with a pre-shared key, best first.
 *
 * <p>ChaCha20 leads: without the AES instructions, which Java code has no hold of here, it takes
 * half the time of AES-GCM (6 against 11 ms a megabyte).
 */
final class CipherSuites {

    /**
     * GnuTLS binds an external key to SHA-256, so suites with another hash must not be chosen for
     * TLS 1.3 although peers offer them.
     */
    private static final int[] TLS_1_3 = {
        CipherSuite.TLS_CHACHA20_POLY1305_SHA256,
        CipherSuite.TLS_AES_128_GCM_SHA256,
        CipherSuite.TLS_AES_128_CCM_SHA256,
    };

    private static final int[] TLS_1_2 = {
        CipherSuite.TLS_DHE_PSK_WITH_CHACHA20_POLY1305_SHA256,
        CipherSuite.TLS_DHE_PSK_WITH_AES_128_GCM_SHA256,
        CipherSuite.TLS_DHE_PSK_WITH_AES_256_GCM_SHA384,
        CipherSuite.TLS_DHE_PSK_WITH_AES_128_CCM,
        CipherSuite.TLS_DHE_PSK_WITH_AES_256_CCM,
        CipherSuite.TLS_DHE_PSK_WITH_AES_128_CBC_SHA,
        CipherSuite.TLS_DHE_PSK_WITH_AES_256_CBC_SHA,
        CipherSuite.TLS_PSK_WITH_CHACHA20_POLY1305_SHA256,
        CipherSuite.TLS_PSK_WITH_AES_128_GCM_SHA256,
        CipherSuite.TLS_PSK_WITH_AES_256_GCM_SHA384,
        CipherSuite.TLS_PSK_WITH_AES_128_CCM,
        CipherSuite.TLS_PSK_WITH_AES_256_CCM,
        CipherSuite.TLS_PSK_WITH_AES_128_CBC_SHA,
        CipherSuite.TLS_PSK_WITH_AES_256_CBC_SHA,
    };

    private CipherSuites() {}

    static int[] tls13() {
        return TLS_1_3.clone();
    }

    static int[] tls12() {
        return TLS_1_2.clone();
    }

    static int[] all() {
        int[] all = new int[TLS_1_3.length + TLS_1_2.length];
        System.arraycopy(TLS_1_3, 0, all, 0, TLS_1_3.length);
        System.arraycopy(TLS_1_2, 0, all, TLS_1_3.length, TLS_1_2.length);
        return all;
    }
}

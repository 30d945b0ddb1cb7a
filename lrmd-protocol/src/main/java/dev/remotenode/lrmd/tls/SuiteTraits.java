package dev.remotenode.lrmd.tls;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.tls.EncryptionAlgorithm;
import org.bouncycastle.tls.KeyExchangeAlgorithm;
import org.bouncycastle.tls.TlsUtils;

/** What a cipher suite is made of, in the words of GnuTLS's priority strings. */
final class SuiteTraits {

    private SuiteTraits() {}

    /** All that the suites of this daemon are made of. */
    static List<String> all() {
        return suites().boxed().flatMap(suite -> of(suite).stream()).distinct().toList();
    }

    /** The ciphers among {@link #all()}. */
    static List<String> ciphers() {
        return suites().mapToObj(SuiteTraits::cipher).distinct().toList();
    }

    /** The ways to agree on a key among {@link #all()}. */
    static List<String> keyExchanges() {
        return suites().boxed().flatMap(suite -> keyExchange(suite).stream()).distinct().toList();
    }

    /** The ways to protect a record from changes among {@link #all()}. */
    static List<String> macs() {
        return suites().mapToObj(SuiteTraits::mac).distinct().toList();
    }

    /** Cipher and MAC; in TLS 1.2 the key exchange too, which TLS 1.3 does not tie to a suite. */
    static List<String> of(int suite) {
        List<String> traits = new ArrayList<>(keyExchange(suite));
        traits.add(cipher(suite));
        traits.add(mac(suite));
        return traits;
    }

    /** Their numbers are apart from all others (RFC 8446, appendix B.4). */
    static boolean isTls13(int suite) {
        return suite >>> 8 == 0x13;
    }

    private static IntStream suites() {
        return Stream.of(CipherSuites.all(), CertificateSuites.all())
                .flatMapToInt(IntStream::of)
                .distinct();
    }

    private static List<String> keyExchange(int suite) {
        if (isTls13(suite)) {
            return List.of();
        }
        return switch (TlsUtils.getKeyExchangeAlgorithm(suite)) {
            case KeyExchangeAlgorithm.DHE_PSK -> List.of("DHE-PSK");
            case KeyExchangeAlgorithm.PSK -> List.of("PSK");
            case KeyExchangeAlgorithm.ECDHE_ECDSA -> List.of("ECDHE-ECDSA");
            case KeyExchangeAlgorithm.ECDHE_RSA -> List.of("ECDHE-RSA");
            case KeyExchangeAlgorithm.DHE_RSA -> List.of("DHE-RSA");
            default -> throw new IllegalArgumentException("0x%04x".formatted(suite));
        };
    }

    private static String cipher(int suite) {
        return switch (TlsUtils.getEncryptionAlgorithm(suite)) {
            case EncryptionAlgorithm.AES_128_GCM -> "AES-128-GCM";
            case EncryptionAlgorithm.AES_256_GCM -> "AES-256-GCM";
            case EncryptionAlgorithm.AES_128_CCM -> "AES-128-CCM";
            case EncryptionAlgorithm.AES_256_CCM -> "AES-256-CCM";
            case EncryptionAlgorithm.AES_128_CBC -> "AES-128-CBC";
            case EncryptionAlgorithm.AES_256_CBC -> "AES-256-CBC";
            case EncryptionAlgorithm.CHACHA20_POLY1305 -> "CHACHA20-POLY1305";
            default -> throw new IllegalArgumentException("0x%04x".formatted(suite));
        };
    }

    private static String mac(int suite) {
        return cipher(suite).endsWith("CBC") ? "SHA1" : "AEAD";
    }
}

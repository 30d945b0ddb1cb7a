package dev.remotenode.lrmd.tls;

/** Bytes of a peer, made safe for a log line. */
final class Printable {

    private static final int LONGEST = 64;

    private Printable() {}

    static String ascii(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(bytes.length, LONGEST); i++) {
            char character = (char) (bytes[i] & 0xFF);
            text.append(character >= ' ' && character < 0x7F ? character : '?');
        }
        return bytes.length > LONGEST ? text.append("...").toString() : text.toString();
    }
}

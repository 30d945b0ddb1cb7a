package dev.remotenode.lrmd.bzip2;

/** What should have been compressed data is none, or not as much as was announced. */
public final class Bzip2Exception extends Exception {

    private static final long serialVersionUID = 1L;

    Bzip2Exception(String message) {
        super(message);
    }

    Bzip2Exception(String message, Throwable cause) {
        super(message, cause);
    }
}

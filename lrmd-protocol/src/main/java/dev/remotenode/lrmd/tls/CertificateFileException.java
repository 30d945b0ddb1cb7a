package dev.remotenode.lrmd.tls;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** A file of certificates or keys is of no use; the message names it and says why. */
public final class CertificateFileException extends IOException {

    private static final long serialVersionUID = 1L;

    CertificateFileException(Path file, String reason) {
        super("Cannot use " + file + ": " + reason);
    }

    CertificateFileException(Path file, Exception cause) {
        super("Cannot use " + file + ": " + reason(cause), cause);
    }

    private static String reason(Exception cause) {
        return switch (cause) {
            case NoSuchFileException _ -> "no such file";
            case AccessDeniedException _ -> "permission denied";
            default ->
                    Objects.requireNonNullElse(
                            cause.getMessage(), cause.getClass().getSimpleName());
        };
    }
}

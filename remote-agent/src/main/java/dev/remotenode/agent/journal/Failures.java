package dev.remotenode.agent.journal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Objects;

/** Puts failures of the file system into words. */
public final class Failures {

    private Failures() {}

    /** Some exceptions of the JDK say the name of a file, and nothing else. */
    public static String describe(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case FileSystemException named when named.getReason() == null ->
                    named.getClass().getSimpleName() + ": " + named.getFile();
            default ->
                    Objects.requireNonNullElse(
                            failure.getMessage(), failure.getClass().getSimpleName());
        };
    }
}

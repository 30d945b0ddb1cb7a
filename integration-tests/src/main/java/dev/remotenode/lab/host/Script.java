package dev.remotenode.lab.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Reads scripts that lie beside classes. */
public final class Script {
    private Script() {}

    /** The text of the file of that name beside the class. */
    public static String beside(Class<?> owner, String name) {
        try (InputStream script = owner.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.remotenode.agent.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/** What the page is made of. */
final class PageParts {
    private PageParts() {}

    /** A file that lies beside this class. */
    static String text(String name) {
        try (InputStream file = PageParts.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By which the page knows its own script: whatever an agent wrote does not become one. */
    static String digest(String script) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(script.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** JSON that cannot end the element which it stands in: there it is in texts only. */
    static String harmless(String json) {
        return json.replace("<", "\\u003c");
    }
}

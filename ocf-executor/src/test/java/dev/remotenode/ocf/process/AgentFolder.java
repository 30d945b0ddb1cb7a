package dev.remotenode.ocf.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/** A folder of OCF agents written for a test, of the provider {@code test}. */
record AgentFolder(Path root) {

    static final String PROVIDER = "test";

    /** Exists everywhere, and may do nothing. */
    static final String ALERT_USER = "nobody";

    AgentSettings settings() {
        return new AgentSettings(
                "/nonexistent:" + root,
                "/usr/lib/ocf",
                root.toString(),
                secrets(),
                ALERT_USER,
                Set.of("NOTIFY_SOCKET", "PATH"),
                Map.of("PATH", "/usr/bin:/bin", "PCMK_service", "pacemaker-remoted"));
    }

    /** An executable file of exactly this content. */
    void executable(String type, String content) {
        file(type, content, "rwxr-xr-x");
    }

    void script(String type, String... lines) {
        executable(type, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    }

    void file(String type, String content, String permissions) {
        try {
            Path file = path(type);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path secrets() {
        return root.resolve("secrets");
    }

    Path path(String type) {
        return root.resolve(PROVIDER).resolve(type);
    }
}

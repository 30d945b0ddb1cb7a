package dev.remotenode.microbenchmark;

import dev.remotenode.ocf.agent.AgentCall;
import dev.remotenode.ocf.agent.AgentName;
import dev.remotenode.ocf.operation.NotifyRule;
import dev.remotenode.ocf.operation.OperationRequest;
import dev.remotenode.ocf.operation.Originator;
import dev.remotenode.ocf.process.AgentSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The shortest agent that a shell can run, in a folder that goes with it. */
final class TrivialAgent implements AutoCloseable {
    private static final String PROVIDER = "bench";
    private static final String TYPE = "Trivial";

    private final Path root;

    TrivialAgent() {
        try {
            root = Files.createTempDirectory("spawn-benchmark");
            Files.createDirectory(root.resolve(PROVIDER));
            Files.writeString(program(), "#!/bin/sh\nexit 0\n");
            Files.setPosixFilePermissions(program(), PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path program() {
        return root.resolve(PROVIDER).resolve(TYPE);
    }

    /** Has agents looked for where it is. */
    AgentSettings settings() {
        return new AgentSettings(
                root.toString(), "/usr/lib/ocf", "/etc/init.d", root, "nobody", Set.of(), Map.of());
    }

    /** A monitor by it. */
    static AgentCall monitor() {
        return new AgentCall(
                new AgentName("ocf", Optional.of(PROVIDER), TYPE),
                new OperationRequest(
                        "resource",
                        "monitor",
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        new LinkedHashMap<>(),
                        Optional.empty(),
                        NotifyRule.EVERYTHING,
                        new Originator("bench")));
    }

    @Override
    public void close() {
        try {
            Files.delete(program());
            Files.delete(root.resolve(PROVIDER));
            Files.delete(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

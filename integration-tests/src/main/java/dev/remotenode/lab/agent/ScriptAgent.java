package dev.remotenode.lab.agent;

import dev.remotenode.lab.host.Host;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/**
 * The agent {@code ocf:remotenode:Script}: does what its parameter says, so that a test and what
 * its agent does stand in one place.
 */
public final class ScriptAgent {
    public static final String PROVIDER = "remotenode";
    public static final String TYPE = "Script";

    private static final String FOLDER = "/usr/lib/ocf/resource.d/remotenode/";

    private ScriptAgent() {}

    /** Puts the agent on a host. */
    public static void install(Host host) {
        try (InputStream agent = ScriptAgent.class.getResourceAsStream(TYPE)) {
            install(host, TYPE, Objects.requireNonNull(agent).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts another agent of the same provider on a host, executable. */
    public static void install(Host host, String type, byte[] program) {
        host.write(FOLDER + type, program);
        host.run("chmod", "755", FOLDER + type);
    }

    /** Parameters that make every action run these commands of bash. */
    public static Map<String, String> does(String commands) {
        return Map.of("do", commands);
    }
}

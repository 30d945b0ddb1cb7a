package dev.remotenode.lab.agent;

import dev.remotenode.lab.host.Host;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The agent {@value #NAME}: shows in front of a test what real agents only do in bad times. */
public final class ActorAgent {
    /** What resources of this agent say in their configuration. */
    public static final String NAME = "ocf:remotenode:Actor";

    private static final String FILE = "/usr/lib/ocf/resource.d/remotenode/Actor";

    private ActorAgent() {}

    /** Puts the agent on a host. */
    public static void install(Host host) {
        try (InputStream agent = ActorAgent.class.getResourceAsStream("Actor")) {
            host.write(FILE, Objects.requireNonNull(agent).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        host.run("chmod", "755", FILE);
    }
}

package dev.remotenode.agent.config;

import java.util.Optional;

/** Which build this is. */
final class Version {
    private Version() {}

    /** One line for {@code --version}. */
    static String text() {
        return "Remote Node %s (runs with Pacemaker 2.1.5 and newer)"
                .formatted(
                        Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                                .orElse("(not packaged)"));
    }
}

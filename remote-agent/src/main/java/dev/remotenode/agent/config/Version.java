package dev.remotenode.agent.config;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;

/** Which build this is. */
final class Version {
    private Version() {}

    /** One line for {@code --version}. The version is that of the module that was linked. */
    static String text() {
        return "Remote Node %s (runs with Pacemaker 2.1.5 and newer)"
                .formatted(
                        Optional.ofNullable(Version.class.getModule().getDescriptor())
                                .flatMap(ModuleDescriptor::rawVersion)
                                .orElse("(not packaged)"));
    }
}

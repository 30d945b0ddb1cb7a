package dev.remotenode.agent.config;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;

/** Which build this is. */
public final class Version {
    private Version() {}

    /** The number alone, which is that of the module that was linked. */
    public static String number() {
        return Optional.ofNullable(Version.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .orElse("(not packaged)");
    }

    /** One line for {@code --version}. */
    public static String text() {
        return "Remote Node %s (runs with Pacemaker 2.1.5 and newer)".formatted(number());
    }
}

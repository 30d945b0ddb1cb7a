package dev.remotenode.agent.config;

import java.nio.file.Path;

/** Where cluster tools on this node find the daemon. */
public sealed interface LocalTools {

    /** Where libqb looks for it on this machine. */
    record UsualPlace() implements LocalTools {}

    /**
     * In a folder, where no other daemon is disturbed.
     *
     * @param path of a folder that is there, short enough for the name of a socket in it
     */
    record PrivateFolder(Path path) implements LocalTools {}

    /** Nowhere. */
    record NotServed() implements LocalTools {}
}

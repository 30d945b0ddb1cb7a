package dev.remotenode.dist;

import java.nio.file.Path;

/** What the tree has programs for. */
enum Program {
    DAEMON("pacemaker-remoted", "sbin"),
    OPERATORS("remotectl", "bin");

    private final String command;
    private final String folder;

    Program(String command, String folder) {
        this.command = command;
        this.folder = folder;
    }

    /** Its name in a command line. */
    String command() {
        return command;
    }

    /** Where it is in the tree. */
    Path executable() {
        return Path.of(folder, command);
    }

    /** What the launcher passes to the Java runtime, in the tree and among the sources. */
    String argumentsFile() {
        return command + ".arguments";
    }

    /** Classes parsed and linked beforehand, in the tree. */
    String cacheFile() {
        return command + ".aot";
    }
}

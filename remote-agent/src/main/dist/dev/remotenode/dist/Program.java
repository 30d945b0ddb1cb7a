package dev.remotenode.dist;

import java.nio.file.Path;

/** What the tree has programs for. */
enum Program {
    DAEMON("pacemaker-remoted", "sbin", "dev.remotenode.agent.Main"),
    OPERATORS("remotectl", "bin", "dev.remotenode.agent.cli.Remotectl");

    private final String command;
    private final String folder;
    private final String mainClass;

    Program(String command, String folder, String mainClass) {
        this.command = command;
        this.folder = folder;
        this.mainClass = mainClass;
    }

    /** Its name in a command line. */
    String command() {
        return command;
    }

    /** Where it is in the tree. */
    Path executable() {
        return Path.of(folder, command);
    }

    /** What it runs, as the option {@code --module} of Java has it. */
    String module() {
        return DaemonModule.NAME + "/" + mainClass;
    }

    /** The launcher's configuration, in the tree and among the sources. */
    String configurationFile() {
        return command + ".cfg";
    }

    /** Classes parsed and linked beforehand, in the tree. */
    String cacheFile() {
        return command + ".aot";
    }
}

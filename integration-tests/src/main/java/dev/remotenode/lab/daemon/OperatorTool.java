package dev.remotenode.lab.daemon;

import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.host.Host;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The packaged {@code remotectl}, whatever daemon is under test. */
public final class OperatorTool {
    private static final String PROGRAM = "bin/remotectl";

    private final Path executable;

    private OperatorTool(Path executable) {
        this.executable = executable;
    }

    /** That of the tree which the system property {@code daemon.java} names. */
    public static OperatorTool fromSystemProperty() {
        Path tree = Path.of(System.getProperty("daemon.java", "")).toAbsolutePath().normalize();
        return new OperatorTool(tree.resolve(PROGRAM));
    }

    /** Where a host finds it whose daemon is this project's. */
    public static String onHost() {
        return Host.PROGRAMS + "/" + PROGRAM;
    }

    /** Runs it on a host, whose daemon is this project's. */
    public static CommandResult runOn(Host host, String... arguments) {
        List<String> command = Stream.concat(Stream.of(onHost()), Stream.of(arguments)).toList();
        return host.run(Command.of(command));
    }

    /** Runs it on a host's network, and nothing else of the host. */
    public CommandResult runOnNetworkOf(Host host, String... arguments) {
        List<String> command =
                Stream.concat(Stream.of(executable.toString()), Stream.of(arguments)).toList();
        return host.runOnItsNetwork(Command.of(command));
    }
}

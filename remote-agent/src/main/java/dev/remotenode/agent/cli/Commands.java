package dev.remotenode.agent.cli;

import java.util.List;
import java.util.Optional;

/** Everything that {@code remotectl} does, in the order of the help text. */
final class Commands {
    static final List<Command> ALL =
            List.of(
                    new StatusCommand(),
                    new ResourcesCommand(),
                    new OperationsCommand(),
                    new OperationCommand(),
                    new WatchCommand(),
                    new ReportCommand(),
                    new DrainCommand(),
                    new LogLevelCommand(),
                    new RotateKeyCommand(),
                    new DumpCommand(),
                    new CheckCommand(),
                    new PingCommand(),
                    new ExecCommand());

    private Commands() {}

    static Optional<Command> named(String name) {
        return ALL.stream().filter(command -> command.name().equals(name)).findFirst();
    }
}

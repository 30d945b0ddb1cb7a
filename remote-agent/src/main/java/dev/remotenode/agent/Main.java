package dev.remotenode.agent;

import dev.remotenode.agent.config.AgentConfiguration;
import dev.remotenode.agent.config.CommandLine;
import dev.remotenode.agent.config.CommandLineOptions;
import dev.remotenode.agent.config.ConfigurationReader;
import dev.remotenode.agent.logging.Logging;
import dev.remotenode.agent.servicemanager.Supervision;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The daemon, from its first instruction to its exit status. */
public final class Main {
    private Main() {}

    /** Entry point of the process; does not return. */
    public static void main(String[] arguments) {
        int exitStatus =
                switch (CommandLine.of(arguments)) {
                    case CommandLine.Run run -> run(run.options());
                    case CommandLine.Answer answer -> answer.give();
                };
        System.exit(exitStatus);
    }

    private static int run(CommandLineOptions options) {
        AgentConfiguration configuration = ConfigurationReader.read(options, System.getenv());
        List<String> unusableTargets = Logging.start(configuration.logging());
        Logger log = LoggerFactory.getLogger(Main.class);
        unusableTargets.forEach(log::warn);
        configuration.warnings().forEach(log::warn);
        Supervision supervision = Supervision.of(System.getenv(), ProcessHandle.current().pid());
        return RemoteAgent.run(configuration, supervision);
    }
}

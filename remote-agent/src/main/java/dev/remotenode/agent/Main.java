package dev.remotenode.agent;

import dev.remotenode.agent.config.AgentConfiguration;
import dev.remotenode.agent.config.CommandLine;
import dev.remotenode.agent.config.CommandLineOptions;
import dev.remotenode.agent.config.ConfigurationReader;
import dev.remotenode.agent.config.Inspection;
import dev.remotenode.agent.config.ProcessEnvironment;
import dev.remotenode.agent.logging.LogSignals;
import dev.remotenode.agent.logging.Logging;
import dev.remotenode.agent.logging.RunningLog;
import dev.remotenode.agent.servicemanager.Supervision;
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
                    case CommandLine.PrintConfiguration question ->
                            ConfigurationCheck.print(
                                    Inspection.of(
                                            question.options(), question.files(), System.getenv()));
                    case CommandLine.TestConfiguration question ->
                            ConfigurationCheck.test(
                                    Inspection.of(
                                            question.options(), question.files(), System.getenv()));
                };
        System.exit(exitStatus);
    }

    private static int run(CommandLineOptions options) {
        HeadStart.begin();
        long pid = ProcessHandle.current().pid();
        ProcessEnvironment environment =
                ProcessEnvironment.of(System.getenv(), pid, ProcessEnvironment.FILE);
        AgentConfiguration configuration =
                ConfigurationReader.read(options, environment.variables());
        RunningLog runningLog = Logging.start(configuration.logging());
        LogSignals.handle(runningLog);
        Logger log = LoggerFactory.getLogger(Main.class);
        runningLog.problems().forEach(log::warn);
        environment.warnings().forEach(log::warn);
        configuration.warnings().forEach(log::warn);
        Supervision supervision = Supervision.of(environment.variables(), pid);
        return RemoteAgent.run(
                configuration,
                environment,
                supervision,
                runningLog,
                () -> Inspection.ofRunning(options, environment.variables()));
    }
}

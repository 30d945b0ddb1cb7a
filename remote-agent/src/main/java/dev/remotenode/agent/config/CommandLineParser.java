package dev.remotenode.agent.config;

import dev.remotenode.agent.config.CommandLine.Answer;
import dev.remotenode.agent.config.CommandLine.ExitStatus;
import dev.remotenode.agent.config.CommandLine.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The options of the command line, under Pacemaker's names. */
final class CommandLineParser {
    private static final String LOGFILE = "--logfile";
    private static final String PORT = "--port";
    private static final String VERBOSE = "--verbose";
    private static final String PRINT_CONFIGURATION = "--print-config";
    private static final String TEST_CONFIGURATION = "--config-test";
    private static final String CONFIGURATION_FILE = "--config-file";

    private CommandLineParser() {}

    static CommandLine parse(String... arguments) {
        var commandLine = new picocli.CommandLine(specification());
        try {
            return answer(commandLine, commandLine.parseArgs(arguments));
        } catch (ParameterException e) {
            String text = e.getMessage() + "\n" + commandLine.getUsageMessage();
            return new Answer(text, ExitStatus.USAGE);
        }
    }

    private static CommandLine answer(picocli.CommandLine commandLine, ParseResult result) {
        if (result.isUsageHelpRequested()) {
            return new Answer(commandLine.getUsageMessage(), ExitStatus.OK);
        }
        if (result.isVersionHelpRequested()) {
            return new Answer(Version.text(), ExitStatus.OK);
        }
        CommandLineOptions options =
                new CommandLineOptions(
                        result.matchedOptionValue(LOGFILE, List.of()),
                        Optional.ofNullable(result.matchedOptionValue(PORT, null)),
                        result.matchedOptionValue(VERBOSE, new boolean[0]).length);
        List<Path> files = result.matchedOptionValue(CONFIGURATION_FILE, List.of());
        if (result.hasMatchedOption(TEST_CONFIGURATION)) {
            return new CommandLine.TestConfiguration(options, files);
        }
        if (result.hasMatchedOption(PRINT_CONFIGURATION)) {
            return new CommandLine.PrintConfiguration(options, files);
        }
        if (!files.isEmpty()) {
            // Settings reach the daemon, and its agents, by the environment alone.
            throw new ParameterException(
                    commandLine,
                    CONFIGURATION_FILE
                            + " is for "
                            + TEST_CONFIGURATION
                            + " and "
                            + PRINT_CONFIGURATION);
        }
        return new Run(options);
    }

    /** The options alone, without the settings of the environment. */
    static CommandSpec specification() {
        CommandSpec specification =
                CommandSpec.create()
                        .name(Settings.DAEMON)
                        .addOption(
                                OptionSpec.builder("-?", "--help")
                                        .usageHelp(true)
                                        .description("Print this text")
                                        .build())
                        .addOption(
                                OptionSpec.builder("-$", "--version")
                                        .versionHelp(true)
                                        .description("Print the version")
                                        .build())
                        .addOption(
                                OptionSpec.builder("-V", VERBOSE)
                                        .type(boolean[].class)
                                        .arity("0")
                                        .description(
                                                "Log to standard error too; twice: debug messages")
                                        .build())
                        .addOption(
                                OptionSpec.builder("-l", LOGFILE)
                                        .type(List.class)
                                        .auxiliaryTypes(Path.class)
                                        .paramLabel("FILE")
                                        .description("Log to this file; may be repeated")
                                        .build())
                        .addOption(
                                OptionSpec.builder("-p", PORT)
                                        .type(String.class)
                                        .paramLabel("N")
                                        .description("TCP port to listen on")
                                        .build())
                        .addOption(
                                OptionSpec.builder(PRINT_CONFIGURATION)
                                        .type(boolean.class)
                                        .arity("0")
                                        .description(
                                                "Print the settings that the service runs with, and"
                                                        + " where each comes from")
                                        .build())
                        .addOption(
                                OptionSpec.builder(TEST_CONFIGURATION)
                                        .type(boolean.class)
                                        .arity("0")
                                        .description(
                                                "Say everything that is wrong with them; exit"
                                                        + " status 78 if something is")
                                        .build())
                        .addOption(
                                OptionSpec.builder(CONFIGURATION_FILE)
                                        .type(List.class)
                                        .auxiliaryTypes(Path.class)
                                        .paramLabel("FILE")
                                        .description(
                                                "For these two: a file in systemd's syntax, instead"
                                                        + " of pacemaker and sbd in /etc/default"
                                                        + " and /etc/sysconfig; may be repeated")
                                        .build());
        specification
                .usageMessage()
                .width(110)
                .description("Runs resource agents for the cluster node that connects.")
                .optionListHeading("%nOptions:%n")
                .footerHeading("%nEnvironment:%n")
                .footer(
                        Settings.ALL.stream()
                                .map(CommandLineParser::helpLine)
                                .toList()
                                .toArray(String[]::new));
        return specification;
    }

    private static String helpLine(Setting<?> setting) {
        String unset = setting.defaultText().isEmpty() ? "" : " [" + setting.defaultText() + "]";
        return "  %-24s %s%s".formatted(setting.name(), setting.meaning(), unset);
    }
}

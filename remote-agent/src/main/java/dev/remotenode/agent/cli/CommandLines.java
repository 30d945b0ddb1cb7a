package dev.remotenode.agent.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The command line as a whole: commands with their own options and those that all have. */
final class CommandLines {
    static final String PROGRAM = "remotectl";
    static final String OUTPUT_AS = "--output-as";

    private CommandLines() {}

    /** A parser, which also writes help texts. */
    static CommandLine parser() {
        CommandSpec top =
                CommandSpec.create()
                        .name(PROGRAM)
                        .addOption(help())
                        .addOption(
                                OptionSpec.builder("-$", "--version")
                                        .versionHelp(true)
                                        .description("Print the version")
                                        .build());
        top.usageMessage()
                .width(100)
                .description("Looks at Pacemaker Remote daemons, on this host and on others.")
                .optionListHeading("%nOptions:%n")
                .commandListHeading("%nCommands:%n")
                .footer("%nremotectl COMMAND --help has the options of a command.");
        CommandLine parser = new CommandLine(top);
        Commands.ALL.forEach(command -> parser.addSubcommand(command.name(), complete(command)));
        return parser;
    }

    private static CommandSpec complete(Command command) {
        CommandSpec specification = command.specification().addOption(outputAs()).addOption(help());
        specification
                .usageMessage()
                .width(100)
                .parameterListHeading("%n")
                .optionListHeading("%nOptions:%n");
        return specification;
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-?", "--help")
                .usageHelp(true)
                .description("Print this text")
                .build();
    }

    private static OptionSpec outputAs() {
        return OptionSpec.builder(OUTPUT_AS)
                .type(String.class)
                .paramLabel("FORMAT")
                .completionCandidates(OutputFormat.labels())
                .description(
                        "What to write: text for people, xml or json for programs; text if not given")
                .build();
    }

    /** The format that a command is to write. */
    static OutputFormat format(CommandLine parser, ParseResult arguments) {
        String label = arguments.matchedOptionValue(OUTPUT_AS, OutputFormat.TEXT.label());
        return OutputFormat.labelled(label)
                .orElseThrow(() ->
                        new CommandLine.ParameterException(
                                parser,
                                "%s is %s, not '%s'"
                                        .formatted(
                                                OUTPUT_AS,
                                                String.join(" or ", OutputFormat.labels()),
                                                label)));
    }
}

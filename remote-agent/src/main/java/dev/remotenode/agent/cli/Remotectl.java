package dev.remotenode.agent.cli;

import dev.remotenode.agent.cli.document.Item;
import dev.remotenode.agent.cli.document.ItemBuilder;
import dev.remotenode.agent.config.Version;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The program {@code remotectl}, from its arguments to its exit status. */
public final class Remotectl {
    /** Of the XML and JSON; grows when something in them changes its meaning. */
    private static final String RESULT_VERSION = "1.0";

    private final PrintStream out;
    private final PrintStream err;
    private final Style style;

    Remotectl(PrintStream out, PrintStream err, Style style) {
        this.out = out;
        this.err = err;
        this.style = style;
    }

    /** Entry point of the process; does not return. */
    public static void main(String[] arguments) {
        System.exit(onStandardOutput().run(arguments));
    }

    static Remotectl onStandardOutput() {
        return new Remotectl(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                Style.ofStandardOutput(System.getenv()));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** Does what the arguments say, and returns the exit status. */
    int run(String... arguments) {
        CommandLine parser = CommandLines.parser();
        parser.setColorScheme(Help.defaultColorScheme(style == Style.PLAIN ? Ansi.OFF : Ansi.ON));
        try {
            return run(parser, parser.parseArgs(arguments), List.of(arguments));
        } catch (ParameterException e) {
            err.printf(
                    "%s: %s%nTry '%s --help'.%n",
                    CommandLines.PROGRAM,
                    e.getMessage(),
                    e.getCommandLine().getCommandSpec().qualifiedName());
            return ExitStatus.USAGE.code();
        }
    }

    private int run(CommandLine parser, ParseResult parsed, List<String> arguments) {
        if (parsed.isUsageHelpRequested()) {
            parser.usage(out);
            return ExitStatus.OK.code();
        }
        if (parsed.isVersionHelpRequested()) {
            out.println(Version.text());
            return ExitStatus.OK.code();
        }
        if (!parsed.hasSubcommand()) {
            parser.usage(err);
            return ExitStatus.USAGE.code();
        }
        ParseResult ofCommand = parsed.subcommand();
        CommandLine itsParser = ofCommand.commandSpec().commandLine();
        if (ofCommand.isUsageHelpRequested()) {
            itsParser.usage(out);
            return ExitStatus.OK.code();
        }
        OutputFormat format = CommandLines.format(itsParser, ofCommand);
        Command command = Commands.named(ofCommand.commandSpec().name()).orElseThrow();
        return run(command, ofCommand, new Output(format, out, style), arguments);
    }

    private int run(Command command, ParseResult parsed, Output output, List<String> arguments) {
        ItemBuilder result =
                Item.named("remotectl-result")
                        .with("version", RESULT_VERSION)
                        .with("request", CommandLines.PROGRAM + " " + String.join(" ", arguments));
        try {
            Outcome outcome = command.run(parsed, output);
            result.with(outcome.found());
            output.document(result.with(status(outcome.code(), outcome.words()).build()).build());
            return outcome.code();
        } catch (CommandException e) {
            String message = String.valueOf(e.getMessage());
            output.complain(err, CommandLines.PROGRAM + ": " + message);
            ItemBuilder status = status(e.status().code(), e.status().words());
            output.document(result.with(status.with("error", message).build()).build());
            return e.status().code();
        }
    }

    private static ItemBuilder status(int code, String words) {
        return Item.named("status").with("code", code).with("message", words);
    }
}

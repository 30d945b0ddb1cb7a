package dev.remotenode.agent.cli;

import dev.remotenode.agent.cli.document.Item;
import dev.remotenode.agent.cli.document.ItemBuilder;
import dev.remotenode.agent.cli.report.NodeReport;
import dev.remotenode.agent.cli.report.PrivateFile;
import dev.remotenode.agent.cli.report.ReportPage;
import dev.remotenode.agent.cli.report.SupportArchive;
import dev.remotenode.agent.journal.Failures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code remotectl report}: all that is known about this node, to look at and to pass on. */
final class ReportCommand implements Command {
    private static final String PAGE = "--page";
    private static final String ARCHIVE = "--archive";
    private static final Pattern ARCHIVE_ENDING = Pattern.compile("\\.(tar\\.gz|tgz|tar)$");
    private static final int KIBIBYTE = 1024;

    @Override
    public String name() {
        return "report";
    }

    @Override
    public CommandSpec specification() {
        CommandSpec specification =
                CommandSpec.create()
                        .addOption(
                                file("-o", PAGE, "Write a page to FILE, which needs nothing else"))
                        .addOption(
                                file(
                                        "-a",
                                        ARCHIVE,
                                        "Write a .tar.gz to FILE: the page, the log, settings, the"
                                                + " journal as JSON, and what this host is like"))
                        .addOption(Since.option("Only what was over"))
                        .addOption(OwnDaemon.socketOption());
        specification
                .usageMessage()
                .description(
                        "Writes down what has happened on this node, for a look at it and for those"
                                + " who help: operations and connections over time, what failed and why, what"
                                + " was slow, the state, the settings, versions.",
                        "Secrets are left out, and so is the key. It works also when the daemon does not"
                                + " run, for root.");
        return specification;
    }

    private static OptionSpec file(String letter, String name, String meaning) {
        return OptionSpec.builder(letter, name)
                .type(Path.class)
                .paramLabel("FILE")
                .description(meaning)
                .build();
    }

    @Override
    public Outcome run(ParseResult arguments, Output output) throws CommandException {
        Optional<Path> page = Optional.ofNullable(arguments.matchedOptionValue(PAGE, null));
        Optional<Path> archive = Optional.ofNullable(arguments.matchedOptionValue(ARCHIVE, null));
        if (page.isEmpty() && archive.isEmpty()) {
            throw new CommandException(
                    ExitStatus.USAGE,
                    "where to? Give -o FILE.html for a page, --archive FILE.tar.gz for an archive, or"
                            + " both");
        }
        try (ReportedNode node = new ReportedNode(arguments, output)) {
            NodeReport report = node.report();
            ItemBuilder written = Item.named("report").with("node", report.host());
            String html = new ReportPage(report).html();
            if (page.isPresent()) {
                write(page.get(), html.getBytes(StandardCharsets.UTF_8), output);
                written.with("page", page.get().toString());
            }
            if (archive.isPresent()) {
                String name =
                        ARCHIVE_ENDING
                                .matcher(archive.get().getFileName().toString())
                                .replaceAll("");
                write(
                        archive.get(),
                        new SupportArchive(name, report, html, node.files()).bytes(),
                        output);
                written.with("archive", archive.get().toString());
            }
            return Outcome.of(ExitStatus.OK, written.build());
        }
    }

    private static void write(Path file, byte[] content, Output output) throws CommandException {
        try {
            PrivateFile.write(file, content);
        } catch (IOException e) {
            throw new CommandException(
                    ExitStatus.ERROR,
                    "%s cannot be written: %s".formatted(file, Failures.describe(e)),
                    e);
        }
        output.line("%s (%d KiB)".formatted(file, (content.length + KIBIBYTE - 1) / KIBIBYTE));
    }
}

package dev.remotenode.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * What makes the daemon part of a system: manual, completion of the command line, log rotation; and
 * what prepares guests to run it.
 */
final class OperatorFiles {
    private static final Path MANUALS = Path.of("share", "man", "man8");
    private static final Path COMPLETIONS = Path.of("share", "bash-completion", "completions");
    private static final Path LOG_ROTATION =
            Path.of("etc", "logrotate.d", Program.DAEMON.command());
    private static final Path PROGRAMS = Path.of("sbin");
    private static final String GUEST_GENERATOR = "lxc-autogen";

    private OperatorFiles() {}

    static void make(Path sources, String version, Path image) throws IOException {
        Path templates = sources.resolve("operator");
        for (Program program : Program.values()) {
            String manual = program.command() + ".8";
            write(
                    filled(templates.resolve(manual), manualParts(program, version)),
                    image.resolve(MANUALS).resolve(manual));
            write(
                    completion(program, templates),
                    image.resolve(COMPLETIONS).resolve(program.command()));
        }
        write(Files.readString(templates.resolve("logrotate")), image.resolve(LOG_ROTATION));
        Files.copy(
                templates.resolve(GUEST_GENERATOR),
                image.resolve(PROGRAMS).resolve(GUEST_GENERATOR),
                StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static Map<String, String> manualParts(Program program, String version) {
        return switch (program) {
            case DAEMON -> ManualParts.all(version);
            case OPERATORS -> CommandManualParts.all(version);
        };
    }

    private static String completion(Program program, Path templates) throws IOException {
        return switch (program) {
            case DAEMON -> filled(templates.resolve("completion.bash"), CompletionParts.all());
            case OPERATORS ->
                    filled(
                            templates.resolve("remotectl-completion.bash"),
                            CommandCompletionParts.all());
        };
    }

    /** Replaces each {@code @NAME@} of a template. */
    private static String filled(Path template, Map<String, String> parts) throws IOException {
        String text = Files.readString(template);
        for (Map.Entry<String, String> part : parts.entrySet()) {
            text = text.replace("@" + part.getKey() + "@", part.getValue());
        }
        return text;
    }

    private static void write(String text, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

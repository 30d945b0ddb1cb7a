package dev.remotenode.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What makes the daemon part of a system: manual, completion of the command line, log rotation. */
final class OperatorFiles {
    private static final Path MANUAL = Path.of("share", "man", "man8", Launcher.NAME + ".8");
    private static final Path COMPLETION =
            Path.of("share", "bash-completion", "completions", Launcher.NAME);
    private static final Path LOG_ROTATION = Path.of("etc", "logrotate.d", Launcher.NAME);

    private OperatorFiles() {}

    static void make(Path sources, String version, Path image) throws IOException {
        Path templates = sources.resolve("operator");
        write(
                filled(templates.resolve(Launcher.NAME + ".8"), ManualParts.all(version)),
                image.resolve(MANUAL));
        write(
                filled(templates.resolve("completion.bash"), CompletionParts.all()),
                image.resolve(COMPLETION));
        write(Files.readString(templates.resolve("logrotate")), image.resolve(LOG_ROTATION));
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

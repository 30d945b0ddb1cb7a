package dev.remotenode.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a launcher passes to the Java runtime, one argument a line; {@code $APPDIR} is the folder of
 * the file.
 *
 * @param program what is launched
 * @param lines the arguments, without comments
 */
record LaunchArguments(Program program, List<String> lines) {

    static LaunchArguments read(Program program, Path sources) throws IOException {
        return new LaunchArguments(
                program,
                Files.readAllLines(sources.resolve(program.argumentsFile())).stream()
                        .filter(line -> !line.startsWith(";"))
                        .toList());
    }

    /** The same, but with other options in place of that for the AOT cache. */
    LaunchArguments withAotOptions(String... options) {
        return new LaunchArguments(
                program,
                lines.stream()
                        .flatMap(line ->
                                line.startsWith("-XX:AOT") ? Stream.of(options) : Stream.of(line))
                        .toList());
    }

    void writeTo(Path image) throws IOException {
        Path application = image.resolve(Launcher.APPLICATION);
        Files.write(application.resolve(program.argumentsFile()), lines);
    }
}

package dev.remotenode.dist;

import java.io.IOException;
import java.nio.file.Path;

/** Makes the AOT cache: records a run of the daemon, then writes down what the JVM learnt in it. */
final class AotCache {
    private AotCache() {}

    static void train(Path image, LaunchArguments arguments, Path work)
            throws IOException, InterruptedException {
        Path recording = work.resolve("training.aotconf");
        arguments
                .withAotOptions(
                        "-XX:AOTMode=record",
                        "-XX:AOTConfiguration=" + recording,
                        "-XX:-AOTRecordTraining")
                .writeTo(image);
        TrainingRun.of(image, work);

        Path cache = image.resolve(Launcher.APPLICATION).resolve(arguments.program().cacheFile());
        arguments
                .withAotOptions(
                        "-XX:AOTMode=create",
                        "-XX:AOTConfiguration=" + recording,
                        "-XX:AOTCache=" + cache)
                .writeTo(image);
        Process assembly =
                new ProcessBuilder(image.resolve(arguments.program().executable()).toString())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(assembly.getInputStream().readAllBytes());
        if (assembly.waitFor() != 0) {
            throw new IllegalStateException("The AOT cache could not be written:\n" + output);
        }
        arguments.writeTo(image);
    }
}

package dev.remotenode.dist;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;

/**
 * Makes the runnable tree out of the merged jar: a Java runtime with the daemon linked in, a native
 * launcher, and a cache of what the JVM would otherwise work out at each start.
 *
 * <p>Run by the build, on the JDK whose runtime is to be shipped.
 */
final class Assemble {
    private Assemble() {}

    /**
     * @param arguments the merged jar, the folder of this module's distribution sources, a folder
     *     to work in, and the folder to make
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path mergedJar = Path.of(arguments[0]);
        Path sources = Path.of(arguments[1]);
        Path work = Path.of(arguments[2]);
        Path dist = Path.of(arguments[3]);

        // Builds of one checkout that run at the same time take turns.
        Path lock = Path.of(work + ".lock");
        try (FileChannel turn = FileChannel.open(lock, CREATE, WRITE);
                FileLock _ = turn.lock()) {
            Fingerprint fingerprint = Fingerprint.of(mergedJar, sources);
            if (fingerprint.matches(dist)) {
                System.out.println("Up to date: " + dist);
                return;
            }
            assemble(mergedJar, sources, work, dist);
            fingerprint.leaveIn(dist);
        }
        System.out.println("Assembled " + dist);
    }

    private static void assemble(Path mergedJar, Path sources, Path work, Path dist)
            throws IOException, InterruptedException {
        Folders.makeEmpty(work);
        Path module = DaemonModule.make(mergedJar, sources, work);
        Path runtime = JavaRuntime.link(module, work);
        Path image = Launcher.make(runtime, sources, work);
        Launcher.addNativeLibraries(mergedJar, image);
        Licences.collect(mergedJar, sources, image);
        OperatorFiles.make(sources, DaemonModule.version(mergedJar), image);
        LaunchArguments.read(Program.OPERATORS, sources).writeTo(image);
        AotCache.train(image, LaunchArguments.read(Program.DAEMON, sources), work);
        Folders.replace(dist, image);
    }
}

package dev.remotenode.dist;

import java.io.IOException;
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

        Fingerprint fingerprint = Fingerprint.of(mergedJar, sources);
        if (fingerprint.matches(dist)) {
            System.out.println("Up to date: " + dist);
            return;
        }
        Folders.makeEmpty(work);
        Path module = DaemonModule.make(mergedJar, sources, work);
        Path runtime = JavaRuntime.link(module, work);
        Path image = Launcher.make(runtime, work);
        Launcher.addNativeLibraries(mergedJar, image);
        Licences.collect(mergedJar, image);
        AotCache.train(image, LauncherConfiguration.read(sources), work);
        Folders.replace(dist, image);
        fingerprint.leaveIn(dist);
        System.out.println("Assembled " + dist);
    }
}

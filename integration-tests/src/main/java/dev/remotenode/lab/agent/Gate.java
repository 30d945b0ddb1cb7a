package dev.remotenode.lab.agent;

import dev.remotenode.lab.host.Host;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;

/**
 * A place in an agent's script where it waits until the test lets it go on, and where the test can
 * wait for the agent: made of two named pipes on the host.
 */
public final class Gate implements AutoCloseable {
    private static final String FOLDER = "/run/lab/gates/";

    private final String path;
    private final RandomAccessFile arrivals;
    private final RandomAccessFile passes;

    /**
     * Builds the gate.
     *
     * @param name unique on the host
     */
    public Gate(Host host, String name) {
        path = FOLDER + name;
        host.run("mkdir", "-p", FOLDER);
        // For programs of any user.
        host.run("mkfifo", "-m", "666", path + ".arrivals", path + ".passes");
        try {
            // Open in both directions, so that neither side ever waits for the other to open it.
            arrivals = new RandomAccessFile(host.file(path + ".arrivals").toFile(), "rw");
            passes = new RandomAccessFile(host.file(path + ".passes").toFile(), "rw");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The commands of bash that say that the agent is here, and wait. */
    public String pass() {
        return "echo >" + path + ".arrivals; read -r _ <" + path + ".passes";
    }

    /** Waits until an agent is here, one that was not waited for before. */
    public void awaitArrival() {
        try {
            arrivals.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets one agent go on, the one that waits or the next to come. */
    public void open() {
        try {
            passes.writeBytes("\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (arrivals;
                passes) {
            // Closing is all there is to do.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

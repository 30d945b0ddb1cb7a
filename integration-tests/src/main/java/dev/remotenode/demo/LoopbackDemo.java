package dev.remotenode.demo;

import dev.remotenode.lab.daemon.DaemonProgram;
import dev.remotenode.lab.host.LabException;
import java.io.IOException;

/**
 * Shows the daemon on loopback, with the demo itself in the role of the cluster node. Needs neither
 * a cluster nor root. Ends with status 0 only if every step held.
 */
public final class LoopbackDemo {
    private static final int NOT_HELD = 1;

    private LoopbackDemo() {}

    public static void main(String[] arguments) throws IOException {
        Story story = Story.onStandardOutput();
        DaemonProgram program = DaemonProgram.fromSystemProperties();
        story.say("The daemon is " + program);
        try (LocalDaemon daemon = new LocalDaemon(program);
                LoopbackStory told = new LoopbackStory(daemon, story)) {
            told.tell();
            story.happyEnd();
        } catch (LabException e) {
            story.sadEnd(e);
            System.exit(NOT_HELD);
        }
    }
}

package dev.remotenode.demo;

import dev.remotenode.lab.KeepOpen;
import dev.remotenode.lab.LabSettings;
import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.host.LabException;

/**
 * Shows a real cluster, corosync and Pacemaker in namespaces of this machine, using the daemon as a
 * remote node. Needs root. Ends with status 0 only if every step held.
 */
public final class ClusterDemo {
    private static final String NAME = "demo";
    private static final int NOT_HELD = 1;

    private ClusterDemo() {}

    public static void main(String[] arguments) {
        System.exit(play(LabSettings.fromSystemProperties(), Story.onStandardOutput()));
    }

    private static int play(LabSettings settings, Story story) {
        story.say("The daemon is " + settings.program());
        story.say("A cluster node and a guest, each in namespaces of its own; please wait.");
        try (RemoteCluster stage = RemoteCluster.open(settings, NAME, 1)) {
            return play(stage, settings, story);
        } catch (LabException e) {
            story.sadEnd(e);
            return NOT_HELD;
        }
    }

    private static int play(RemoteCluster stage, LabSettings settings, Story story) {
        try {
            new RemoteNodeStory(stage, story).tell();
            KeepOpen.ifWanted(stage.lab());
            story.happyEnd();
            return 0;
        } catch (LabException e) {
            story.say("The logs are in " + settings.evidence().collect(stage.lab(), NAME));
            throw e;
        }
    }
}

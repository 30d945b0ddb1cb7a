package dev.remotenode.packages;

import dev.remotenode.lab.LabSettings;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.Lab;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Two machines with systemd and all that an administrator of clusters installs.
 *
 * @param member the node of a cluster to be
 * @param guest has the package under test in place of Pacemaker, and its service does not run
 */
record AdministratorStage(Host member, PackagedNode guest) {

    /**
     * Opens the stage for a story.
     *
     * @param name says whose evidence it is if the story fails
     * @param folder where logs are kept meanwhile
     */
    static void play(String name, String debian, Path folder, Consumer<AdministratorStage> story) {
        Path deb = Packages.debUnderTest(debian);
        Path machine = Packages.machine(debian + "-cluster");
        LabSettings settings = LabSettings.fromSystemProperties();
        try (Lab lab = Lab.open(folder, deb.resolveSibling(""))) {
            try {
                Host member = lab.addBootedHost("node1", machine);
                var guest = new PackagedNode(lab.addBootedHost("guest1", machine));
                guest.install(deb);
                // Debian starts Pacemaker's own daemon with its installation, and pcs would take
                // such a node for one in use.
                if (guest.state("is-active").equals("active")) {
                    guest.systemctl("stop");
                }
                story.accept(new AdministratorStage(member, guest));
            } catch (RuntimeException | AssertionError e) {
                settings.evidence().show(lab, name + "-" + debian);
                throw e;
            }
        }
    }
}

package dev.remotenode.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.Lab;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An upgrade while the daemon runs, and sbd watches it. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PackageUpgradeIT {
    private static final String LAUNCHER = "/usr/lib/remote-node/launcher";
    private static final String PLACE_LAUNCHER = "/usr/lib/remote-node/place-launcher";
    private static final String DAEMON = ProcessIdentity.WANTED.executable();

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"bookworm", "trixie"})
    void leavesNoMomentInWhichSbdWouldAct(String debian) throws InterruptedException {
        Packages packages = Packages.fromSystemProperty();
        try (Lab lab = Lab.open(folder, packages.folder())) {
            var node = new PackagedNode(lab.addBootedHost("guest1", Packages.machine(debian)));
            Host host = node.host();
            node.install(packages.deb());
            placeOtherLauncher(host);
            Sbd sbd = Sbd.installOn(node);
            node.systemctl("enable", "--now");
            String process = node.mainProcess();
            sbd.awaitApproval(process);

            try (IdentityWatch watch = IdentityWatch.begin(host, process)) {
                node.install(packages.laterDeb());
                sbd.awaitApproval(process);
                assertEquals(List.of(ProcessIdentity.WANTED), watch.end());
            }
            assertEquals(process, node.mainProcess());
            assertEquals(List.of(), sbd.objections(process));
            assertFalse(isPlaced(host));

            node.systemctl("restart");
            String next = node.mainProcess();
            assertNotEquals(process, next);
            sbd.awaitApproval(next);
            assertEquals(List.of(), sbd.objections(next));
            host.run("cmp", LAUNCHER, DAEMON);

            replaceAsAnyPackageWould(host);
            sbd.awaitReset();
            assertNotEquals(ProcessIdentity.WANTED, node.identity());
            assertNotEquals(List.of(), sbd.objections(next));
        }
    }

    /** Stands for a version whose launcher differs: bytes after the end of a program do no harm. */
    private static void placeOtherLauncher(Host host) {
        host.run("sh", "-c", "echo other >>" + LAUNCHER);
        host.run(PLACE_LAUNCHER);
        host.run("cmp", LAUNCHER, DAEMON);
    }

    private static boolean isPlaced(Host host) {
        return host.run(Command.of("cmp", "--quiet", LAUNCHER, DAEMON)).succeeded();
    }

    /** That sbd acts upon this shows that it would have acted upon such an upgrade. */
    private static void replaceAsAnyPackageWould(Host host) {
        host.run("cp", DAEMON, DAEMON + ".new");
        host.run("mv", DAEMON + ".new", DAEMON);
    }
}

package dev.remotenode.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the package brings beside the daemon, and what it leaves to other packages. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PackagePartsIT {
    private static final int PORT = 3121;
    private static final String CACHE = "/usr/lib/remote-node/lib/app/pacemaker-remoted.aot";
    private static final String LOG = "/var/log/pacemaker/pacemaker.log";
    private static final String ROTATION = "/etc/logrotate.d/pacemaker";

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"bookworm", "trixie"})
    void workOnAMachine(String debian) throws IOException {
        Packages packages = Packages.fromSystemProperty();
        try (Lab lab = Lab.open(folder, packages.folder())) {
            var node = new PackagedNode(lab.addBootedHost("guest1", Packages.machine(debian)));
            node.install(packages.deb());
            assertFalse(node.host().run("dpkg", "--listfiles", "remote-node").contains("/etc/"));

            assertManualIsFound(node.host());
            assertOptionsAreCompleted(node.host());
            node.systemctl("start");
            node.awaitListening(PORT);
            assertLogIsRotated(node);
            assertCacheIsInUse(node);
        }
    }

    private static void assertManualIsFound(Host host) {
        CommandResult page = host.run(Command.of("man", "--warnings", "8", "pacemaker-remoted"));
        assertEquals("", page.errors());
        assertTrue(page.outputOrFail().contains("PCMK_remote_port"));
        String summary = host.run("whatis", "pacemaker-remoted");
        assertTrue(summary.startsWith("pacemaker-remoted (8) "), summary);
    }

    private static void assertOptionsAreCompleted(Host host) {
        String completed =
                host.run(
                        "bash",
                        "-euc",
                        """
                        . /usr/share/bash-completion/completions/pacemaker-remoted
                        COMP_WORDS=(pacemaker-remoted --config-) COMP_CWORD=1
                        _pacemaker_remoted
                        printf '%s\\n' "${COMPREPLY[@]}" | sort
                        """);
        assertEquals(List.of("--config-file", "--config-test"), completed.lines().toList());
    }

    /** The log is Pacemaker's, and so is the file that says how to rotate it. */
    private static void assertLogIsRotated(PackagedNode node) throws IOException {
        Host host = node.host();
        assertEquals(
                "pacemaker-common: " + ROTATION, host.run("dpkg", "--search", ROTATION).strip());
        assertTrue(
                host.run("dpkg-query", "--show", "--showformat=${Depends}", "remote-node")
                        .contains("pacemaker-common"));
        String before = Files.readString(host.file(LOG));
        assertFalse(before.isEmpty());

        host.run("logrotate", "--force", ROTATION);
        node.systemctl("stop");

        String after = Files.readString(host.file(LOG));
        assertTrue(after.contains("pacemaker-remoted"), after);
        assertFalse(after.contains(before.lines().findFirst().orElseThrow()), after);
        assertFalse(after.contains("\0"), "a hole in the log");
    }

    /** With a cache that cannot be used the daemon starts as well, only later. */
    private static void assertCacheIsInUse(PackagedNode node) {
        node.systemctl("start");
        assertTrue(node.filesInMemory().contains(CACHE), () -> "" + node.filesInMemory());

        node.host().write(CACHE, "no cache");
        node.systemctl("restart");
        node.awaitListening(PORT);
        assertFalse(node.filesInMemory().contains(CACHE));
    }
}

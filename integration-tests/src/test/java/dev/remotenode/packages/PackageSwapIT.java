package dev.remotenode.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.AuthenticationKey;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.Lab;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From Debian's {@code pacemaker-remote} to the package, and back again. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PackageSwapIT {
    private static final String DEBIANS = "pacemaker-remote";
    private static final int PORT = 4121;
    private static final String RUNTIME = "/usr/lib/remote-node/lib/runtime/lib/server/libjvm.so";

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"bookworm", "trixie"})
    void keyAndSettingsServeBoth(String debian) {
        Packages packages = Packages.fromSystemProperty();
        try (Lab lab = Lab.open(folder, packages.folder())) {
            var node = new PackagedNode(lab.addBootedHost("guest1", Packages.machine(debian)));
            node.installFromDebian(DEBIANS);
            configure(node.host());
            String configuration = configuration(node.host());

            node.install(packages.deb());
            assertEquals("inactive", node.state("is-active"));
            node.systemctl("start");
            node.awaitListening(PORT);
            assertTrue(node.filesInMemory().contains(RUNTIME));
            assertEquals(configuration, configuration(node.host()));

            node.installFromDebian(DEBIANS);
            node.awaitListening(PORT);
            assertFalse(node.filesInMemory().contains(RUNTIME));
            assertEquals(configuration, configuration(node.host()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bookworm, enable, enabled", "bookworm, disable, disabled",
        "trixie, enable, enabled", "trixie, disable, disabled"
    })
    void aServiceThatIsEnabledStaysSo(String debian, String action, String state) {
        Packages packages = Packages.fromSystemProperty();
        try (Lab lab = Lab.open(folder, packages.folder())) {
            var node = new PackagedNode(lab.addBootedHost("guest1", Packages.machine(debian)));
            node.installFromDebian(DEBIANS);
            node.systemctl(action);

            node.install(packages.deb());
            assertEquals(state, node.state("is-enabled"));

            node.installFromDebian(DEBIANS);
            assertEquals(state, node.state("is-enabled"));

            node.purge("remote-node");
            assertEquals(state, node.state("is-enabled"));
        }
    }

    private static void configure(Host host) {
        new AuthenticationKey().install(host);
        host.write("/etc/default/pacemaker", "PCMK_remote_port=" + PORT + "\n");
    }

    /** Contents, owners and modes of what an administrator has configured. */
    private static String configuration(Host host) {
        return host.run(
                "sh",
                "-c",
                "cd /etc && set -- pacemaker/authkey default/pacemaker"
                        + " && sha256sum \"$@\" && stat -c '%n %U:%G %a' pacemaker \"$@\"");
    }
}

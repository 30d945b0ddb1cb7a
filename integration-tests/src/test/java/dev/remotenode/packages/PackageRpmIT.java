package dev.remotenode.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.Lab;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files and scripts of the rpm, installed by rpm itself on a machine with systemd. That machine is
 * Debian, as Red Hat's systems cannot be had wherever the tests run: what the package depends on is
 * there under other names, and {@link PackageContentsIT} looks at the names.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PackageRpmIT {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int PORT = 3121;

    /** Stands for Red Hat's package: where it meets ours, and what it does when it is removed. */
    private static final String OTHER_PACKAGE =
            """
            %define debug_package %{nil}
            Name: pacemaker-remote
            Version: 2.1.5
            Release: 1
            Summary: Stands for the package of the distribution
            License: none
            BuildArch: noarch
            %description
            The files and scripts that meet those of remote-node.
            %install
            mkdir -p %{buildroot}/usr/lib/systemd/system %{buildroot}/usr/sbin
            printf '#!/bin/sh\\nexec sleep infinity\\n' >%{buildroot}/usr/sbin/pacemaker-remoted
            cat >%{buildroot}/usr/lib/systemd/system/pacemaker_remote.service <<EOF
            [Service]
            ExecStart=/usr/sbin/pacemaker-remoted
            [Install]
            WantedBy=multi-user.target
            EOF
            %files
            /usr/lib/systemd/system/pacemaker_remote.service
            %attr(755,root,root) /usr/sbin/pacemaker-remoted
            %preun
            if [ $1 -eq 0 ]; then
                systemctl --no-reload disable --now pacemaker_remote.service || :
            fi
            """;

    @TempDir private Path folder;

    @Test
    void isInstalledAndUpgradedAndGoesWithoutATrace() {
        Packages packages = Packages.fromSystemProperty();
        try (Lab lab = Lab.open(folder, packages.folder())) {
            PackagedNode node = machineWithRpm(lab);
            List<String> before = node.files();

            rpm(node, "--install", inLab(packages.rpm()));
            assertEquals("disabled", node.state("is-enabled"));
            assertEquals("inactive", node.state("is-active"));
            assertEquals("", rpm(node, "--verify", "remote-node"));
            assertEquals(
                    "remote-node",
                    rpm(
                            node,
                            "--query",
                            "--queryformat=%{NAME}",
                            "--file",
                            ProcessIdentity.WANTED.executable()));

            node.systemctl("enable", "--now");
            node.awaitListening(PORT);
            String process = node.mainProcess();
            rpm(node, "--upgrade", inLab(packages.laterRpm()));
            assertEquals(process, node.mainProcess());
            assertEquals(ProcessIdentity.WANTED, node.identity());
            assertEquals("enabled", node.state("is-enabled"));

            rpm(node, "--erase", "remote-node");
            assertEquals(List.of(), node.host().processes().mentioning("pacemaker-remoted"));
            assertEquals(before, node.files());
        }
    }

    @Test
    void takesOverAServiceThatIsEnabled() {
        Packages packages = Packages.fromSystemProperty();
        try (Lab lab = Lab.open(folder, packages.folder())) {
            PackagedNode node = machineWithRpm(lab);
            rpm(node, "--install", buildOtherPackage(node.host()));
            node.systemctl("enable", "--now");

            rpm(node, "--upgrade", inLab(packages.rpm()));

            assertEquals(
                    "remote-node\n", rpm(node, "--query", "--all", "--queryformat=%{NAME}\\n"));
            assertEquals("enabled", node.state("is-enabled"));
            assertEquals("inactive", node.state("is-active"));
            node.systemctl("start");
            node.awaitListening(PORT);
            assertEquals(ProcessIdentity.WANTED, node.identity());
        }
    }

    private static PackagedNode machineWithRpm(Lab lab) {
        var node = new PackagedNode(lab.addBootedHost("guest1", Packages.machine("trixie")));
        node.installFromDebian("rpm");
        return node;
    }

    private static String buildOtherPackage(Host host) {
        host.write("/run/other/other.spec", OTHER_PACKAGE);
        host.run("rpmbuild", "--define=_topdir /run/other", "-bb", "/run/other/other.spec");
        return "/run/other/RPMS/noarch/pacemaker-remote-2.1.5-1.noarch.rpm";
    }

    private static String inLab(Path rpm) {
        return Host.PROGRAMS + "/" + rpm.getFileName();
    }

    private static String rpm(PackagedNode node, String action, String... rest) {
        var command = new ArrayList<>(List.of("rpm", action));
        command.addAll(List.of(rest));
        if (!action.equals("--query")) {
            command.add("--nodeps");
        }
        return node.host().run(Command.of(command).within(LIMIT)).outputOrFail();
    }
}

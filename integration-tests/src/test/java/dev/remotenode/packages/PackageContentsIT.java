package dev.remotenode.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The packages as the distributions' own tools see them, on this machine. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PackageContentsIT {
    private final Packages packages = Packages.fromSystemProperty();

    @Test
    void lintianFindsNoErrors() throws IOException, InterruptedException {
        String findings = run("lintian", "--fail-on=error", packages.deb().toString());

        assertEquals(List.of(), findings.lines().filter(line -> line.startsWith("E:")).toList());
    }

    @Test
    void rpmlintFindsNoErrors() throws IOException, InterruptedException {
        String filter = System.getProperty("packages.rpmlintrc");

        String findings = run("rpmlint", "--rpmlintrc", filter, packages.rpm().toString());

        assertTrue(findings.contains(" 0 errors"), findings);
    }

    @Test
    void theRpmTakesThePlaceOfPacemakerRemote() throws IOException, InterruptedException {
        String rpm = packages.rpm().toString();

        assertTrue(lines("rpm", "-qp", "--obsoletes", rpm).contains("pacemaker-remote"));
        assertTrue(lines("rpm", "-qp", "--provides", rpm).contains("pacemaker-remote"));
        assertTrue(lines("rpm", "-qp", "--conflicts", rpm).contains("pacemaker"));
        List<String> needs = lines("rpm", "-qp", "--requires", rpm);
        assertTrue(needs.containsAll(List.of("pacemaker-cli", "resource-agents")), needs::toString);
    }

    @Test
    void theRpmHasTheLauncherInPlaceWithoutOwningItsBytes()
            throws IOException, InterruptedException {
        List<String> files =
                lines(
                        "rpm",
                        "-qp",
                        "--queryformat",
                        "[%{FILEMODES:perms} %{FILEUSERNAME} %{FILEFLAGS:fflags} %{FILENAMES}\\n]",
                        packages.rpm().toString());

        assertTrue(files.contains("-rwxr-xr-x root g /usr/sbin/pacemaker-remoted"));
        assertTrue(files.contains("-rwxr-xr-x root  /usr/lib/remote-node/launcher"));
        assertTrue(
                files.contains(
                        "-rw-r--r-- root  /usr/lib/systemd/system/pacemaker_remote.service"));
        assertTrue(files.contains("-rw-r--r-- root cng /etc/sysconfig/pacemaker"));
    }

    /** With a sum for each jar, for those who compare them with lists of known weaknesses. */
    @Test
    void saysWhatIsInside() throws IOException, InterruptedException {
        String inventory =
                run(
                        "dpkg-deb",
                        "--fsys-tarfile",
                        packages.deb().toString(),
                        "|",
                        "tar",
                        "-xO",
                        "./usr/share/doc/remote-node/sbom.cdx.json");

        assertTrue(inventory.contains("\"bomFormat\" : \"CycloneDX\""), inventory);
        assertTrue(inventory.contains("pkg:maven/org.bouncycastle/bctls-jdk18on@"), inventory);
        assertTrue(inventory.contains("pkg:maven/io.netty/netty-handler@"), inventory);
        assertTrue(inventory.contains("\"SHA-256\""), inventory);
    }

    @Test
    void bothPackagesHaveTheSameFiles() throws IOException, InterruptedException {
        List<String> rpm =
                lines(
                        "rpm",
                        "-qp",
                        "--queryformat",
                        "[%{FILENAMES}\\n]",
                        packages.rpm().toString());
        List<String> deb =
                run("dpkg-deb", "--fsys-tarfile", packages.deb().toString(), "|", "tar", "-t")
                        .lines()
                        .map(line -> line.replaceFirst("^\\.", ""))
                        .toList();

        var missing = rpm.stream().filter(file -> file.startsWith("/usr/lib/remote-node/"));
        assertEquals(
                List.of(),
                missing.filter(file -> !deb.contains(file) && !deb.contains(file + "/")).toList());
    }

    private static List<String> lines(String... command) throws IOException, InterruptedException {
        return run(command).lines().toList();
    }

    /** Runs a command line of a shell, and returns all it says. */
    private static String run(String... command) throws IOException, InterruptedException {
        String line =
                String.join(
                        " ",
                        Arrays.stream(command)
                                .map(word -> word.equals("|") ? word : "'" + word + "'")
                                .toList());
        Process process = new ProcessBuilder("sh", "-c", line).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }
}

package dev.remotenode.agent.cli.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.agent.config.CommandLineOptions;
import dev.remotenode.agent.config.Inspection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checks that go by files, on a root file system made for them. */
class ChecksTest {
    private static final String KEY = "/etc/pacemaker/authkey";
    private static final String LONG_ENOUGH = "k".repeat(4096);

    @TempDir private Path root;
    private Path settingsFile = Path.of("");

    @BeforeEach
    void makeEmptySettings() throws IOException {
        settingsFile = Files.createFile(root.resolve("settings"));
    }

    @Test
    void missesTheKey() {
        Observation seen = only(new KeyCheck(), surroundings());

        assertEquals(Verdict.PROBLEM, seen.verdict());
        assertTrue(seen.advice().contains("scp -p"), seen::advice);
    }

    @Test
    void takesAKeyThatIsInOrder() throws IOException {
        write(KEY, LONG_ENOUGH, "rw-r-----");

        assertEquals(List.of(Verdict.OK, Verdict.OK), verdicts(new KeyCheck(), surroundings()));
    }

    @Test
    void warnsOfAShortKeyThatEverybodyReads() throws IOException {
        write(KEY, "secret", "rw-r--r--");

        assertEquals(
                List.of(Verdict.NOTE, Verdict.OK, Verdict.PROBLEM),
                verdicts(new KeyCheck(), surroundings()));
    }

    @Test
    void findsNoUseInAnEmptyKey() throws IOException {
        write(KEY, "", "rw-r-----");

        assertEquals(Verdict.PROBLEM, verdicts(new KeyCheck(), surroundings()).getFirst());
    }

    /** The digest is that of sha256sum. */
    @Test
    void comparesTheKey() throws IOException {
        write(KEY, "abc", "rw-r-----");
        String digest = "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD";

        assertEquals(Verdict.OK, verdicts(new KeyCheck(), surroundings("guest1", digest)).get(1));
        assertEquals(
                Verdict.PROBLEM, verdicts(new KeyCheck(), surroundings("guest1", "00")).get(1));
    }

    @Test
    void comparesTheNameOfTheNode() throws IOException {
        write("/proc/sys/kernel/hostname", "guest1\n", "rw-r--r--");

        assertEquals(Verdict.OK, only(new NodeNameCheck(), surroundings("guest1", "")).verdict());
        assertEquals(Verdict.NOTE, only(new NodeNameCheck(), surroundings("web", "")).verdict());
    }

    @Test
    void looksForAgents() throws IOException {
        assertEquals(Verdict.PROBLEM, only(new AgentFolderCheck(), surroundings()).verdict());

        write("/usr/lib/ocf/resource.d/heartbeat/Dummy", "#!/bin/sh\n", "rwxr-xr-x");
        write("/usr/lib/ocf/resource.d/heartbeat/README", "text", "rw-r--r--");
        Observation seen = only(new AgentFolderCheck(), surroundings());

        assertEquals(Verdict.OK, seen.verdict());
        assertTrue(seen.text().contains("has 1, of 1 provider"), seen::text);
    }

    @Test
    void seesAFullClusterNode() throws IOException {
        assertEquals(Verdict.OK, only(new OtherServicesCheck(), surroundings()).verdict());

        write("/proc/17/comm", "corosync\n", "rw-r--r--");
        Observation seen = only(new OtherServicesCheck(), surroundings());

        assertEquals(Verdict.PROBLEM, seen.verdict());
        assertTrue(seen.text().contains("corosync (process 17)"), seen::text);
    }

    @Test
    void seesTheDaemonAndAnother() throws IOException {
        write("/proc/17/comm", "pacemaker-remot\n", "rw-r--r--");
        assertEquals(Verdict.OK, only(new OtherServicesCheck(), surroundings()).verdict());

        write("/proc/18/comm", "pacemaker-remot\n", "rw-r--r--");
        assertEquals(Verdict.NOTE, only(new OtherServicesCheck(), surroundings()).verdict());
    }

    @Test
    void looksForARuleOfTheFirewall() throws IOException {
        assertEquals(Verdict.OK, only(new FirewallCheck(), surroundings()).verdict());

        write("/etc/ufw/ufw.conf", "ENABLED=yes\n", "rw-r--r--");
        Observation closed = only(new FirewallCheck(), surroundings());
        assertEquals(Verdict.NOTE, closed.verdict());
        assertEquals("ufw allow 3121/tcp", closed.advice());

        write(
                "/etc/ufw/user.rules",
                "-A ufw-user-input -p tcp --dport 3121 -j ACCEPT",
                "rw-r--r--");
        assertEquals(Verdict.OK, only(new FirewallCheck(), surroundings()).verdict());
    }

    @Test
    void missesSystemd() {
        assertEquals(Verdict.NOTE, only(new BusCheck(), surroundings()).verdict());
    }

    @Test
    void tellsWhatIsWrongWithSettings() {
        Observation seen =
                only(new SettingsCheck(), surroundings(Map.of("PCMK_remote_port", "many"), "", ""));

        assertEquals(Verdict.PROBLEM, seen.verdict());
        assertTrue(seen.text().contains("PCMK_remote_port has the value 'many'"), seen::text);
    }

    @Test
    void saysWhatToDoAboutEachProblem() {
        for (Observation seen : Checks.look(surroundings())) {
            assertFalse(seen.text().isEmpty(), seen::toString);
            assertTrue(
                    seen.verdict() != Verdict.PROBLEM || !seen.advice().isEmpty(), seen::toString);
        }
    }

    private static Observation only(Check check, Surroundings surroundings) {
        List<Observation> seen = check.look(surroundings);
        assertEquals(1, seen.size(), seen::toString);
        return seen.getFirst();
    }

    private static List<Verdict> verdicts(Check check, Surroundings surroundings) {
        return check.look(surroundings).stream().map(Observation::verdict).toList();
    }

    private Surroundings surroundings() {
        return surroundings("", "");
    }

    private Surroundings surroundings(String node, String digest) {
        return surroundings(Map.of("PCMK_logfile", "none"), node, digest);
    }

    private Surroundings surroundings(Map<String, String> settings, String node, String digest) {
        // A file of settings that is given keeps those of this machine from being read.
        return new Surroundings(
                root,
                Inspection.of(CommandLineOptions.NONE, List.of(settingsFile), settings),
                Optional.of(node).filter(name -> !name.isEmpty()),
                Optional.of(digest).filter(text -> !text.isEmpty()));
    }

    private void write(String file, String text, String rights) throws IOException {
        Path path = root.resolve(file.substring(1));
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.writeString(path, text);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }
}

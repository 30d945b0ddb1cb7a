package dev.remotenode.agent.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTest {
    @TempDir private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("pacemaker");
    }

    @Test
    void findsAllProblemsWithTheirLines() throws IOException {
        write(
                """
                # settings
                PCMK_remote_port=lots
                PCMK_logfacility=mail
                HA_logpriority=loud
                export PCMK_debug=yes
                PCMK_ca_file=/ca
                PCMK_tls_priorities=NORMAL:-AES-512-GCM
                """);

        List<String> findings = findings(inspect());

        assertEquals(
                List.of(
                        file
                                + ":2: problem: PCMK_remote_port has the value 'lots', which is not a"
                                + " port from 1 to 65535: using 3121 instead",
                        file
                                + ":3: problem: PCMK_logfacility has the value 'mail', which is not"
                                + " none, daemon, user or local0 to local7: using daemon instead",
                        file
                                + ":4: problem: HA_logpriority has the value"
                                + " 'loud', which is not emerg, alert, crit, error, warning,"
                                + " notice, info or debug: using notice instead",
                        file
                                + ":5: problem: systemd ignores this line: it takes no 'export'"
                                + " before a name",
                        file
                                + ":7: problem: PCMK_tls_priorities has the value"
                                + " 'NORMAL:-AES-512-GCM', which cannot be used: '-AES-512-GCM' has"
                                + " no meaning",
                        "problem: Certificates are not used, but the pre-shared key, because"
                                + " PCMK_cert_file, PCMK_key_file is not set"),
                findings.stream().sorted().toList());
    }

    @Test
    void notesWhatHasNoEffect() throws IOException {
        write("PCMK_panic_action=crash\nPCMK_remote_prot=1\nVALGRIND_OPTS=x\nHOME=/\n");

        List<String> findings = findings(inspect());

        assertEquals(
                List.of(
                        file
                                + ":1: note: PCMK_panic_action has no effect, as the daemon never resets the node",
                        file
                                + ":2: note: PCMK_remote_prot is not known: a misspelled name has no"
                                + " effect",
                        file
                                + ":3: note: VALGRIND_OPTS has no effect, as the daemon does not run"
                                + " under valgrind"),
                findings);
    }

    @Test
    void findsWordsAboutTlsThatHaveNoEffect() throws IOException {
        write("PCMK_tls_priorities=NORMAL:-GROUP-X25519\n");

        assertEquals(
                List.of(
                        file
                                + ":1: problem: Words of PCMK_tls_priorities that have no effect"
                                + " here: -GROUP-X25519"),
                findings(inspect()));
    }

    @Test
    void findsNothingInAnEmptyEnvironment() throws IOException {
        write("");

        assertEquals(List.of(), findings(inspect()));
    }

    @Test
    void tellsWhereEachSettingComesFrom() throws IOException {
        write("PCMK_logfile=none\nHA_debug=yes\nPCMK_logpriority=loud\n");
        Inspection inspection =
                Inspection.of(
                        new CommandLineOptions(List.of(), Optional.of("4000"), 1),
                        List.of(file),
                        Map.of("PCMK_remote_address", "::1", "PCMK_logfile", "/elsewhere"));

        String settings = inspection.settings();

        assertHas(
                "host names or addresses to listen on, separated by spaces [environment]\n"
                        + "PCMK_remote_address=::1",
                settings);
        assertHas("[command line]\nPCMK_remote_port=4000", settings);
        assertHas("[" + file + ":1]\nPCMK_logfile=none", settings);
        assertHas("[" + file + ":2, as HA_debug]\nPCMK_debug=yes", settings);
        assertHas("[command line]\nPCMK_stderr=yes", settings);
        assertHas(
                "[default, as the value of " + file + ":3 cannot be used]\nPCMK_logpriority=notice",
                settings);
        assertHas("[default]\nPCMK_logfacility=daemon", settings);
    }

    @Test
    void aLaterFileOverridesAnEarlierOne() throws IOException {
        write("PCMK_remote_port=4000\nSBD_WATCHDOG_TIMEOUT=5\n");
        Path second = Files.writeString(folder.resolve("sbd"), "SBD_WATCHDOG_TIMEOUT=7\n");

        AgentConfiguration configuration =
                Inspection.of(CommandLineOptions.NONE, List.of(file, second), Map.of())
                        .configuration();

        assertEquals(4000, configuration.port());
        assertEquals(7, configuration.watchdogTimeout().orElseThrow().toSeconds());
    }

    @Test
    void whatItPrintsIsAFileThatComesToTheSame() throws IOException {
        write("PCMK_logfile='/var/log/a b'\nPCMK_debug=yes\nPCMK_remote_address=\"a\\\"b\"\n");
        Inspection inspection = inspect();

        Files.writeString(file, inspection.settings());

        assertEquals(inspection.configuration(), inspect().configuration());
        assertEquals(List.of(), inspect().findings());
    }

    @Test
    void noVariableIsDeclaredBothWithAndWithoutEffect() {
        String both =
                Settings.ALL.stream()
                        .map(Setting::name)
                        .filter(name -> WithoutEffect.named(name).isPresent())
                        .collect(Collectors.joining(", "));

        assertEquals("", both, "take these from WithoutEffect.ALL, as they have an effect now");
    }

    @Test
    void everyVariableWithoutEffectIsDeclaredOnce() {
        assertEquals(
                WithoutEffect.ALL.size(),
                WithoutEffect.ALL.stream().map(WithoutEffect::name).distinct().count());
        assertTrue(WithoutEffect.named("HA_trace_files").isPresent());
        assertFalse(WithoutEffect.named("HA_VALGRIND_OPTS").isPresent());
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
    }

    private Inspection inspect() {
        return Inspection.of(CommandLineOptions.NONE, List.of(file), Map.of());
    }

    private static List<String> findings(Inspection inspection) {
        return inspection.findings().stream().map(Finding::toString).toList();
    }

    private static void assertHas(String part, String text) {
        assertTrue(text.contains(part), () -> part + "\nis not in\n" + text);
    }
}

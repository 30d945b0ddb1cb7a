package dev.remotenode.agent.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lrmd.tls.CertificatePaths;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationReaderTest {
    private static final Map<String, String> NO_LOG = Map.of("PCMK_logfile", "none");

    @Test
    void hasPacemakersDefaults() {
        AgentConfiguration configuration = read(NO_LOG);

        assertEquals(List.of(), configuration.listenAddresses());
        assertEquals(3121, configuration.port());
        assertEquals(
                List.of(Path.of("/etc/pacemaker/authkey"), Path.of("/etc/corosync/authkey")),
                configuration.security().keyFiles());
        assertEquals(Optional.empty(), configuration.nodeStartState());
        assertEquals(Optional.empty(), configuration.watchdogTimeout());
        assertEquals(
                new LogSettings(
                        List.of(),
                        PosixFilePermissions.fromString("rw-rw----"),
                        Severity.INFO,
                        false,
                        Optional.of(SyslogFacility.DAEMON),
                        Severity.NOTICE,
                        false),
                configuration.logging());
        assertEquals(List.of(), configuration.warnings());
    }

    @Test
    void readsEverySetting() {
        AgentConfiguration configuration =
                read(
                        Map.ofEntries(
                                Map.entry("PCMK_remote_address", "::1"),
                                Map.entry("PCMK_remote_port", "4000"),
                                Map.entry("PCMK_authkey_location", "/srv/key"),
                                Map.entry("PCMK_node_start_state", "standby"),
                                Map.entry("SBD_WATCHDOG_TIMEOUT", "5"),
                                Map.entry("PCMK_logfile", "/tmp/log"),
                                Map.entry("PCMK_logfile_mode", "0640"),
                                Map.entry("PCMK_logfacility", "LOCAL1"),
                                Map.entry("PCMK_logpriority", "info"),
                                Map.entry("PCMK_debug", "yes"),
                                Map.entry("PCMK_stderr", "pacemakerd,pacemaker-remoted"),
                                Map.entry("PCMK_blackbox", "pacemaker-remoted")));

        assertEquals(List.of("::1"), configuration.listenAddresses());
        assertEquals(4000, configuration.port());
        assertEquals(
                List.of(
                        Path.of("/srv/key"),
                        Path.of("/etc/pacemaker/authkey"),
                        Path.of("/etc/corosync/authkey")),
                configuration.security().keyFiles());
        assertEquals(Optional.of("standby"), configuration.nodeStartState());
        assertEquals(Optional.of(Duration.ofSeconds(5)), configuration.watchdogTimeout());
        assertEquals(
                new LogSettings(
                        List.of(Path.of("/tmp/log")),
                        PosixFilePermissions.fromString("rw-r-----"),
                        Severity.DEBUG,
                        true,
                        Optional.of(SyslogFacility.LOCAL1),
                        Severity.INFO,
                        true),
                configuration.logging());
        assertEquals(List.of(), configuration.warnings());
    }

    @Test
    void readsAListOfAddresses() {
        assertEquals(
                List.of("::1", "192.0.2.1", "guest1"),
                read(Map.of("PCMK_remote_address", " ::1 192.0.2.1,  guest1")).listenAddresses());
        assertEquals(List.of(), read(Map.of("PCMK_remote_address", "")).listenAddresses());
    }

    @Test
    void knowsHowLongAReplacedKeyIsAccepted() {
        assertEquals(Duration.ofHours(24), read(NO_LOG).security().keyOverlap());
        assertEquals(
                Duration.ofMinutes(5),
                read(Map.of("REMOTE_NODE_KEY_OVERLAP", "5min")).security().keyOverlap());
        assertEquals(
                Duration.ZERO,
                read(Map.of("REMOTE_NODE_KEY_OVERLAP", "0")).security().keyOverlap());
    }

    @Test
    void usesCertificatesOnlyWhereAllThreeFilesAreNamed() {
        assertEquals(Optional.empty(), read(NO_LOG).security().certificates());
        assertEquals(
                Optional.of(
                        new CertificatePaths(
                                Path.of("/ca"),
                                Path.of("/cert"),
                                Path.of("/key"),
                                Optional.empty())),
                read(Map.of(
                                "PCMK_ca_file", "/ca",
                                "HA_cert_file", "/cert",
                                "PCMK_key_file", "",
                                "CIB_key_file", "/key",
                                "CIB_ca_file", "/other"))
                        .security()
                        .certificates());

        AgentConfiguration partly =
                read(Map.of("PCMK_ca_file", "/ca", "PCMK_logfile", "none", "CIB_crl_file", "/crl"));
        assertEquals(Optional.empty(), partly.security().certificates());
        assertEquals(
                List.of(
                        "Certificates are not used, but the pre-shared key, because PCMK_cert_file,"
                                + " PCMK_key_file is not set"),
                partly.warnings());
    }

    @Test
    void takesHeartbeatsNameWherePacemakersIsNotSet() {
        assertEquals(4001, read(Map.of("HA_remote_port", "4001")).port());
        assertEquals(
                4002, read(Map.of("HA_remote_port", "4001", "PCMK_remote_port", "4002")).port());
    }

    @ParameterizedTest
    @CsvSource({"3121x, 3121", "' 22', 22", "+80, 80", "65535, 65535"})
    void readsPortsAsStrtolDoes(String text, int port) {
        AgentConfiguration configuration = read(Map.of("PCMK_remote_port", text));

        assertEquals(port, configuration.port());
        assertEquals(List.of(), configuration.warnings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "0", "65536", "-1", "99999999999999999999"})
    void warnsOfAWrongPortAndUsesTheDefault(String text) {
        AgentConfiguration configuration = read(Map.of("PCMK_remote_port", text));

        assertEquals(3121, configuration.port());
        assertEquals(
                List.of(
                        "PCMK_remote_port has the value '"
                                + text
                                + "', which is not a port from 1 to 65535: using 3121 instead"),
                configuration.warnings());
    }

    @Test
    void servesLocalToolsWhereItIsTold() {
        assertEquals(new LocalTools.UsualPlace(), read(NO_LOG).localTools());
        assertEquals(new LocalTools.NotServed(), localTools("off"));
        assertEquals(new LocalTools.UsualPlace(), localTools("True"));
        assertEquals(new LocalTools.PrivateFolder(Path.of("/run/test")), localTools("/run/test"));
        assertEquals(new LocalTools.UsualPlace(), localTools("run/test"), "not absolute");
    }

    private static LocalTools localTools(String text) {
        return read(Map.of("PCMK_logfile", "none", "REMOTE_NODE_LOCAL_IPC", text)).localTools();
    }

    @Test
    void reportsAllProblemsAtOnce() {
        AgentConfiguration configuration =
                read(
                        Map.of(
                                "PCMK_remote_port", "none",
                                "SBD_WATCHDOG_TIMEOUT", "soon",
                                "PCMK_logfile_mode", "rw-rw----",
                                "PCMK_logfacility", "mail",
                                "PCMK_logpriority", "loud"));

        assertEquals(5, configuration.warnings().size());
        assertEquals(Optional.empty(), configuration.watchdogTimeout());
        assertEquals(Severity.NOTICE, configuration.logging().syslogThreshold());
    }

    @Test
    void theCommandLineGoesBeforeTheEnvironmentAndIsHandedToAgents() {
        AgentConfiguration configuration =
                ConfigurationReader.read(
                        new CommandLineOptions(List.of(), Optional.of("5000"), 0),
                        Map.of("PCMK_remote_port", "4000"));

        assertEquals(5000, configuration.port());
        assertEquals("5000", configuration.childEnvironment().get("PCMK_remote_port"));
        assertFalse(
                read(Map.of("PCMK_remote_port", "4000"))
                        .childEnvironment()
                        .containsKey("PCMK_remote_port"));
    }

    @ParameterizedTest
    @CsvSource({"0, INFO, false", "1, INFO, true", "2, DEBUG, true"})
    void verbosityIsFirstStandardErrorThenDebugMessages(
            int verbosity, Severity detail, boolean standardError) {
        LogSettings logging =
                ConfigurationReader.read(
                                new CommandLineOptions(List.of(), Optional.empty(), verbosity),
                                NO_LOG)
                        .logging();

        assertEquals(detail, logging.detail());
        assertEquals(standardError, logging.standardError());
    }

    @Test
    void logsToTheFileOfTheEnvironmentAndThoseOfTheCommandLine() {
        CommandLineOptions options =
                new CommandLineOptions(
                        List.of(Path.of("/tmp/b"), Path.of("/tmp/a")), Optional.empty(), 0);

        assertEquals(
                List.of(Path.of("/tmp/a"), Path.of("/tmp/b")),
                ConfigurationReader.read(options, Map.of("PCMK_logfile", "/tmp/a"))
                        .logging()
                        .files());
        assertEquals(
                List.of(Path.of("/tmp/b"), Path.of("/tmp/a")),
                ConfigurationReader.read(options, Map.of()).logging().files());
    }

    @Test
    void tellsAgentsHowToLog() {
        Map<String, String> agents =
                read(Map.of("PCMK_logfile", "/tmp/log", "PCMK_debug", "pacemaker-remoted"))
                        .childEnvironment();

        assertEquals("pacemaker-remoted", agents.get("PCMK_service"));
        for (String name : List.of("HA_logfacility", "PCMK_LOGFACILITY", "HA_LOGFACILITY")) {
            assertEquals("daemon", agents.get(name), name);
        }
        for (String name : List.of("HA_logfile", "PCMK_LOGFILE", "HA_LOGFILE", "HA_DEBUGLOG")) {
            assertEquals("/tmp/log", agents.get(name), name);
        }
    }

    @Test
    void tellsAgentsNothingOfALogThatIsOff() {
        Map<String, String> agents =
                read(Map.of("PCMK_logfile", "none", "PCMK_logfacility", "none")).childEnvironment();

        assertEquals(
                Map.of(
                        "PCMK_service", "pacemaker-remoted",
                        "PCMK_logfacility", "none",
                        "HA_logfacility", "none"),
                agents);
    }

    @Test
    void everySettingReadsItsOwnDefaultAndIsDeclaredOnce() {
        assertEquals(
                Settings.ALL.size(), Settings.ALL.stream().map(Setting::name).distinct().count());
        Settings.ALL.forEach(setting -> assertTrue(setting.defaultValue() != null));
    }

    private static AgentConfiguration read(Map<String, String> environment) {
        return ConfigurationReader.read(CommandLineOptions.NONE, environment);
    }
}

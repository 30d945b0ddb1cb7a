package dev.remotenode.agent.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Puts the configuration together from the command line and the environment. */
public final class ConfigurationReader {
    private ConfigurationReader() {}

    /**
     * Reads every setting; never fails, as a daemon with one wrong setting is worth more to its
     * cluster than none. Looks at the file system for the default log file's directory only.
     */
    public static AgentConfiguration read(
            CommandLineOptions options, Map<String, String> environment) {
        SettingsReader settings = new SettingsReader(withPort(environment, options.port()));
        LogFiles logFiles = LogFiles.choose(settings.read(Settings.LOGFILE), options.logFiles());
        Optional<SyslogFacility> facility = settings.read(Settings.LOGFACILITY);
        boolean debug = settings.read(Settings.DEBUG);
        return new AgentConfiguration(
                settings.read(Settings.REMOTE_ADDRESS),
                settings.read(Settings.REMOTE_PORT),
                new SecurityReader(settings).read(),
                new SchemaFolders(
                        settings.read(Settings.SCHEMA_DIRECTORY),
                        settings.read(Settings.REMOTE_SCHEMA_DIRECTORY)),
                settings.read(Settings.NODE_START_STATE),
                settings.read(Settings.SBD_WATCHDOG_TIMEOUT),
                settings.read(Settings.SHUTDOWN_TIMEOUT),
                settings.read(Settings.OCF_PATH),
                settings.read(Settings.ANNOUNCE_ADDRESSES),
                settings.read(Settings.LOCAL_IPC),
                new OperatorSettings(
                        settings.read(Settings.STATE_DIRECTORY),
                        settings.read(Settings.CONTROL_SOCKET),
                        settings.read(Settings.METRICS),
                        settings.read(Settings.METRICS_FILE)),
                new LogSettings(
                        logFiles.all(),
                        settings.read(Settings.LOGFILE_MODE),
                        debug || options.verbosity() > 1 ? Severity.DEBUG : Severity.INFO,
                        settings.read(Settings.STDERR) || options.verbosity() > 0,
                        facility,
                        settings.read(Settings.LOGPRIORITY),
                        settings.read(Settings.BLACKBOX)),
                ChildEnvironment.of(logFiles.main(), facility, debug, options.port()),
                settings.warnings());
    }

    private static Map<String, String> withPort(
            Map<String, String> environment, Optional<String> port) {
        Map<String, String> merged = new HashMap<>(environment);
        port.ifPresent(number -> merged.put(Settings.REMOTE_PORT.name(), number));
        return merged;
    }
}

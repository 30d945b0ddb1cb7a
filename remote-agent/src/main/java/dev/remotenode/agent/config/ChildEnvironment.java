package dev.remotenode.agent.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What resource agents find in their environment because this daemon is their parent: Pacemaker's
 * shell functions for agents log by these variables.
 */
final class ChildEnvironment {
    /** Those of Pacemaker's names that no setting has. */
    static final Set<String> NAMES =
            Set.of("PCMK_service", "PCMK_LOGFACILITY", "PCMK_LOGFILE", "PCMK_DEBUGLOG");

    private ChildEnvironment() {}

    static Map<String, String> of(
            Optional<Path> logFile,
            Optional<SyslogFacility> facility,
            boolean debug,
            Optional<String> port) {
        Map<String, String> variables = new TreeMap<>();
        variables.put("PCMK_service", Settings.DAEMON);
        String facilityName = facility.map(SyslogFacility::label).orElse("none");
        variables.put("PCMK_logfacility", facilityName);
        variables.put("HA_logfacility", facilityName);
        if (facility.isPresent()) {
            variables.put("PCMK_LOGFACILITY", facilityName);
            variables.put("HA_LOGFACILITY", facilityName);
        }
        logFile.map(Path::toString)
                .ifPresent(name -> {
                    variables.put("PCMK_logfile", name);
                    variables.put("HA_logfile", name);
                    variables.put("PCMK_LOGFILE", name);
                    variables.put("HA_LOGFILE", name);
                    if (debug) {
                        variables.put("PCMK_DEBUGLOG", name);
                        variables.put("HA_DEBUGLOG", name);
                    }
                });
        port.ifPresent(number -> variables.put("PCMK_remote_port", number));
        return variables;
    }
}

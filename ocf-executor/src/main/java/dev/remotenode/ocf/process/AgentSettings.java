package dev.remotenode.ocf.process;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * Where agents are, and what they find in their environment besides the variables of their call:
 * that of the daemon, with the changes named here.
 *
 * @param ocfDirectories the folders of OCF providers, separated by colons, first match wins
 * @param ocfRoot told to OCF agents as {@code OCF_ROOT}
 * @param lsbDirectory where init scripts are
 * @param secretsDirectory where the values of parameters are that the cluster's configuration hides
 * @param alertUser whose rights the programs of alerts have
 * @param droppedVariables names that agents do not inherit, such as {@code NOTIFY_SOCKET}
 * @param addedVariables what agents get in addition, or in place of an inherited variable
 */
public record AgentSettings(
        String ocfDirectories,
        String ocfRoot,
        String lsbDirectory,
        Path secretsDirectory,
        String alertUser,
        Set<String> droppedVariables,
        Map<String, String> addedVariables) {

    /** The places where Debian, Fedora and SUSE put agents; the environment as it is. */
    public static final AgentSettings DEFAULT =
            new AgentSettings(
                    "/usr/lib/ocf/resource.d",
                    "/usr/lib/ocf",
                    "/etc/init.d",
                    Path.of("/var/lib/pacemaker/lrm/secrets"),
                    "hacluster",
                    Set.of("NOTIFY_SOCKET"),
                    Map.of());

    public AgentSettings {
        droppedVariables = Set.copyOf(droppedVariables);
        addedVariables = Map.copyOf(addedVariables);
    }
}

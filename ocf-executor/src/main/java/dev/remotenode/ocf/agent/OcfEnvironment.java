package dev.remotenode.ocf.agent;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** The environment of an OCF agent, as the OCF resource agent API and Pacemaker have it. */
final class OcfEnvironment {

    private static final String CHECK_LEVEL = "OCF_CHECK_LEVEL";

    private final String root;
    private final String exitReasonPrefix;

    OcfEnvironment(String root, String exitReasonPrefix) {
        this.root = root;
        this.exitReasonPrefix = exitReasonPrefix;
    }

    /**
     * The variables of one call.
     *
     * @param secrets values of some parameters, in place of those of the call
     */
    SequencedMap<String, String> of(AgentCall call, Map<String, String> secrets) {
        SequencedMap<String, String> variables = new LinkedHashMap<>();
        call.request()
                .parameters()
                .forEach((name, value) ->
                        variables.put(variable(name), secrets.getOrDefault(name, value)));
        variables.put("OCF_RA_VERSION_MAJOR", "1");
        variables.put("OCF_RA_VERSION_MINOR", "1");
        variables.put("OCF_ROOT", root);
        variables.put("OCF_EXIT_REASON_PREFIX", exitReasonPrefix);
        variables.put("OCF_RESOURCE_INSTANCE", call.request().resourceId());
        variables.put("OCF_RESOURCE_TYPE", call.agent().type());
        call.agent().provider().ifPresent(p -> variables.put("OCF_RESOURCE_PROVIDER", p));
        return variables;
    }

    /** Every parameter is prefixed but the check level, which agents expect as it is. */
    private static String variable(String parameter) {
        return parameter.equals(CHECK_LEVEL) ? CHECK_LEVEL : "OCF_RESKEY_" + parameter;
    }
}

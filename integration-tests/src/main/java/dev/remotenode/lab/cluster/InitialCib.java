package dev.remotenode.lab.cluster;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The cluster configuration that all nodes start with: options only, no resources. */
final class InitialCib {
    private static final Map<String, String> OPTIONS =
            new TreeMap<>(
                    Map.of(
                            "stonith-enabled", "false",
                            "no-quorum-policy", "ignore",
                            // A node alone in the lab need not wait the usual 20 s for others.
                            "dc-deadtime", "2s",
                            // The machine is small and busy: do not let that slow the cluster down.
                            "load-threshold", "1000%"));

    private InitialCib() {}

    static String text() {
        String options =
                OPTIONS.entrySet().stream().map(InitialCib::option).collect(Collectors.joining());
        return """
        <cib admin_epoch="0" epoch="1" num_updates="0" validate-with="pacemaker-3.9">
          <configuration>
            <crm_config>
              <cluster_property_set id="cib-bootstrap-options">
        %s      </cluster_property_set>
            </crm_config>
            <nodes/>
            <resources/>
            <constraints/>
          </configuration>
          <status/>
        </cib>
        """
                .formatted(options);
    }

    private static String option(Map.Entry<String, String> option) {
        return "        <nvpair id=\"option-%1$s\" name=\"%1$s\" value=\"%2$s\"/>\n"
                .formatted(option.getKey(), option.getValue());
    }
}
